package org.mailroom.cases;

/**
 * What changed levels do to the running cases of an inbox.
 *
 * @param moved how many escalate at another time than before
 * @param atOnce how many of these escalate at once
 */
public record Retimed(int moved, int atOnce) {}
