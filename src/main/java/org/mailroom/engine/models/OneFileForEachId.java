package org.mailroom.engine.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses copies: two files with one name, or with the same process, decision or form. The engine would take the last one. */
final class OneFileForEachId {

    private OneFileForEachId() {}

    static Stream<Finding> findings(List<ModelFile> files) {
        Set<String> names = new HashSet<>();
        Map<DefinedId, String> owners = new HashMap<>();
        return files.stream()
                .flatMap(file -> names.add(file.name()) ? copies(file, owners) : Stream.of(sameName(file)))
                .map(sentence -> Finding.refusal(null, sentence));
    }

    private static String sameName(ModelFile file) {
        return file.name() + ": two folders have a file with this name; delete or rename one of them";
    }

    private static Stream<String> copies(ModelFile file, Map<DefinedId, String> owners) {
        return DefinedId.in(file).stream().distinct().flatMap(id -> {
            String owner = owners.putIfAbsent(id, file.name());
            return owner == null
                    ? Stream.empty()
                    : Stream.of(owner + " and " + file.name() + ": both have the " + id
                            + "; if one is a copy, delete it or give it an id of its own");
        });
    }
}
