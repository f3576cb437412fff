package org.mailroom.trial;

/** The trial cannot start; the message is one sentence for the person who started it: what is wrong and what to do. */
final class TrialRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrialRefused(String sentence) {
        super(sentence);
    }
}
