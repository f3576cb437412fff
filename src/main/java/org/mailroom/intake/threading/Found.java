package org.mailroom.intake.threading;

import org.mailroom.inbox.CaseNumber;

/**
 * The case that a mail belongs to.
 *
 * @param evidence which rule found it and what it saw, a sentence for people
 */
public record Found(CaseNumber number, String evidence) {}
