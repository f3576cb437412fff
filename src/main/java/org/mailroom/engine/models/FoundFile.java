package org.mailroom.engine.models;

import java.nio.file.attribute.FileTime;

/** A model or form in its folder, and when it was saved. */
record FoundFile(ModelFile file, FileTime savedAt) {

    String name() {
        return file.name();
    }
}
