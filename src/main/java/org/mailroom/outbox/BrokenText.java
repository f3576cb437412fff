package org.mailroom.outbox;

/** A text that cannot be filled; the message names the tag at fault, or where the text cannot be read. */
class BrokenText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenText(String message) {
        super(message);
    }
}
