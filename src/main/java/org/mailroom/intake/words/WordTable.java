package org.mailroom.intake.words;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words by kind, from a file whose lines read {@code kind = word | word}, or {@code de.kind = ...} where the languages are
 * kept apart. A kind may have several lines.
 */
public final class WordTable {

    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    private WordTable(List<String> lines) {
        for (String line : lines) {
            int equals = line.indexOf('=');
            words.computeIfAbsent(line.substring(0, equals).strip(), kind -> new LinkedHashSet<>())
                    .addAll(WordFile.split(line.substring(equals + 1)).toList());
        }
    }

    public static WordTable read(String name) {
        return new WordTable(WordFile.lines(name));
    }

    /** The words of a kind, of all languages, as they are written in the file. */
    public Set<String> of(String kind) {
        Set<String> all = words.entrySet().stream()
                .filter(each -> each.getKey().equals(kind) || each.getKey().endsWith("." + kind))
                .flatMap(each -> each.getValue().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There are no words of the kind " + kind);
        }
        return all;
    }

    /** The same {@link FoldedText folded}. */
    public List<String> folded(String kind) {
        return of(kind).stream().map(FoldedText::of).distinct().toList();
    }

    /** What stands before the kinds that are kept apart by language. */
    public Set<String> languages() {
        return words.keySet().stream()
                .flatMap(kind ->
                        kind.indexOf('.') < 0 ? Stream.empty() : Stream.of(kind.substring(0, kind.indexOf('.'))))
                .collect(Collectors.toSet());
    }
}
