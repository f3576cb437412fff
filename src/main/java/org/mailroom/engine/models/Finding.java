package org.mailroom.engine.models;

import org.jspecify.annotations.Nullable;

/**
 * What a check says about a model.
 *
 * @param refuses whether the model must not be deployed; otherwise it is a warning
 * @param element id of the element, by which its line is found; null if the whole file is meant
 * @param sentence names the element, the reason, and what to do
 */
record Finding(boolean refuses, @Nullable String element, String sentence) {

    static Finding refusal(@Nullable String element, String sentence) {
        return new Finding(true, element, sentence);
    }

    static Finding warning(@Nullable String element, String sentence) {
        return new Finding(false, element, sentence);
    }
}
