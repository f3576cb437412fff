package org.mailroom.intake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.words.WordFile;
import org.mailroom.intake.words.WordList;

/**
 * What servers mean that give no code.
 *
 * @param code the first digit: 5 where servers mean that trying again is useless
 * @param detail the second and third figure (RFC 3463)
 */
record FailureWords(char code, String detail, WordList words) {

    private static final List<FailureWords> IN_ORDER = read();

    static Optional<FailureWords> in(String text) {
        return IN_ORDER.stream().filter(meaning -> meaning.words.isIn(text)).findFirst();
    }

    private static List<FailureWords> read() {
        List<FailureWords> meanings = new ArrayList<>();
        String code = "";
        List<String> words = new ArrayList<>();
        for (String line : Stream.concat(WordFile.lines("failures").stream(), Stream.of("5.0.0"))
                .toList()) {
            if (StatusCode.written(line).isEmpty()) {
                WordFile.split(line).forEach(words::add);
                continue;
            }
            if (!words.isEmpty()) {
                meanings.add(new FailureWords(code.charAt(0), code.substring(2), WordList.of(words)));
            }
            code = line.strip();
            words = new ArrayList<>();
        }
        return List.copyOf(meanings);
    }
}
