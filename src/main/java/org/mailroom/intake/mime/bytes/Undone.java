package org.mailroom.intake.mime.bytes;

/**
 * Bytes whose transfer encoding was undone.
 *
 * @param damaged whether something among them did not belong into the encoding, or is missing at the end
 */
public record Undone(Slice bytes, boolean damaged) {}
