package org.mailroom.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A folder of models, or a file in it, that is missing or cannot be read. */
class UnreadableModels extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    UnreadableModels(String sentence, IOException cause) {
        super(sentence + ": " + cause.getClass().getSimpleName(), cause);
    }
}
