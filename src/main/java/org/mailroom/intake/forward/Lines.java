package org.mailroom.intake.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a mail, line by line. A line is looked into when it is asked for: most of a long text never is. */
final class Lines {

    private static final int MOST_RUN_TOGETHER = 1_000;

    private final List<String> raw;
    private final Line[] read;

    private Lines(List<String> raw) {
        this.raw = raw;
        this.read = new Line[raw.size()];
    }

    static Lines of(String text) {
        List<String> raw = new ArrayList<>();
        text.lines().forEach(line -> {
            if (raw.size() < MOST_RUN_TOGETHER) {
                raw.addAll(RunTogether.apart(line));
            } else {
                raw.add(line);
            }
        });
        return new Lines(raw);
    }

    int count() {
        return raw.size();
    }

    Line get(int at) {
        if (read[at] == null) {
            read[at] = Line.of(raw.get(at));
        }
        return read[at];
    }

    /** The first line from here on that is not blank; {@link #count()} where there is none. */
    int nextWords(int from) {
        int at = from;
        while (at < count() && get(at).isBlank()) {
            at++;
        }
        return at;
    }

    /** How many letters and digits stand before this line. */
    long letters(int to) {
        return raw.subList(0, to).stream()
                .mapToLong(line ->
                        line.codePoints().filter(Character::isLetterOrDigit).count())
                .sum();
    }

    /** These lines as a text, so many marks of quotation taken from each. */
    String text(int from, int to, int marks) {
        return raw.subList(from, to).stream()
                .map(line -> Line.unquoted(line, marks))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
