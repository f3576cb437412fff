package org.mailroom.engine.models;

import java.util.Arrays;

/**
 * A model or form as it lies in its folder.
 *
 * @param name the file name, which is the name of the engine's resource wherever the folder lies
 */
record ModelFile(String name, byte[] bytes) {

    boolean isProcess() {
        return name.endsWith(".bpmn");
    }

    boolean isDecision() {
        return name.endsWith(".dmn");
    }

    boolean isForm() {
        return name.endsWith(".form");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelFile that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }
}
