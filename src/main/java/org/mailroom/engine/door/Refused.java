package org.mailroom.engine.door;

import org.springframework.http.HttpStatus;

/** A call that the door turns away, with the sentence that says why. */
class Refused extends RuntimeException {

    private final HttpStatus status;
    private final String sentence;
    private final transient Object[] words;

    /**
     * @param sentence the key of a message
     * @param words what the message names; it must be known to be harmless, because it is shown
     */
    Refused(HttpStatus status, String sentence, Object... words) {
        super(sentence, null, false, false);
        this.status = status;
        this.sentence = sentence;
        this.words = words;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    Object[] words() {
        return words;
    }
}
