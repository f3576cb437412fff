package org.mailroom.mailbox;

/** All that could be picked up was, but something is left. The message says what, a sentence for people. */
class PickupIncomplete extends RuntimeException {

    PickupIncomplete(String message, Throwable cause) {
        super(message, cause);
    }

    PickupIncomplete(String message) {
        super(message);
    }
}
