package org.mailroom.engine.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses copies: two files with one name, or with the same process, decision or form. The engine would take the last one. */
final class OneFileForEachId {

    private OneFileForEachId() {}

    /** Returns a sentence for each name and each id that is there twice. */
    static List<String> complaints(List<ModelFile> files) {
        List<String> complaints = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<DefinedId, String> owners = new LinkedHashMap<>();
        for (ModelFile file : files) {
            if (!names.add(file.name())) {
                complaints.add(file.name() + ": two folders have a file with this name; delete or rename one of them");
                continue;
            }
            DefinedId.in(file).stream().distinct().forEach(id -> {
                String owner = owners.putIfAbsent(id, file.name());
                if (owner != null) {
                    complaints.add(owner + " and " + file.name() + ": both have the " + id
                            + "; if one is a copy, delete it or give it an id of its own");
                }
            });
        }
        return complaints;
    }
}
