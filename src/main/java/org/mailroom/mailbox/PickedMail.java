package org.mailroom.mailbox;

import org.jspecify.annotations.Nullable;
import org.mailroom.message.TooLarge;

/**
 * A mail as it came.
 *
 * @param raw all of it, or the header alone where it is too large
 * @param tooLarge null where it is not
 * @param origin null where it was handed in
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are large and two of these are never compared
record PickedMail(byte[] raw, @Nullable TooLarge tooLarge, @Nullable Origin origin) {}
