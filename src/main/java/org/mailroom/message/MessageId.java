package org.mailroom.message;

/**
 * A Message-ID (RFC 5322, 3.6.4) without its angle brackets.
 *
 * @param value the identifier, never empty; up to 998 characters as mail allows, so never a key of the process engine
 */
public record MessageId(String value) {

    public MessageId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A Message-ID cannot be empty");
        }
    }

    /** As it stands in a header field, in angle brackets. */
    public String inBrackets() {
        return "<" + value + ">";
    }
}
