package org.mailroom.outbox.smtp;

import java.util.List;

/**
 * A mail as it is handed over.
 *
 * @param envelopeFrom who is told of a failure; empty for nobody
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record Parcel(long id, String envelopeFrom, List<String> recipients, byte[] raw) {}
