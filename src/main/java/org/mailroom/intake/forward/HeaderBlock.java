package org.mailroom.intake.forward;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.intake.words.Label;

/**
 * The header fields of a mail, written into the text of another: one a line, in any order, long ones folded, here and there
 * with blank lines between them or the value below its label.
 *
 * @param end the line after the last of them
 */
record HeaderBlock(Map<Label, String> fields, int end) {

    private static final int MOST_LINES = 400;
    private static final int FARTHEST_LABEL = 40;
    private static final int MOST_OTHERS = 3;
    private static final int FULL_LINE = 65;

    static HeaderBlock at(Lines lines, int start) {
        return new Reader(lines, start).read();
    }

    boolean has(Label label) {
        return !get(label).isEmpty();
    }

    /** Empty where there is no such field. */
    String get(Label label) {
        return fields.getOrDefault(label, "");
    }

    /** How many of the fields that every mail has. */
    long count() {
        return fields.keySet().stream().filter(label -> label != Label.OTHER).count();
    }

    private static final class Reader {

        private final Lines lines;
        private final int depth;
        private final Map<Label, String> fields = new EnumMap<>(Label.class);
        private int at;
        private int end;
        private Label last = Label.OTHER;

        Reader(Lines lines, int start) {
            this.lines = lines;
            this.depth = lines.get(start).depth();
            this.at = start;
            this.end = start;
        }

        HeaderBlock read() {
            int stop = Math.min(lines.count(), at + MOST_LINES);
            while (at < stop && takes(lines.get(at))) {
                at++;
            }
            return new HeaderBlock(fields, end);
        }

        private boolean takes(Line line) {
            if (line.isBlank()) {
                return goesOnBelow();
            }
            if (line.depth() < depth) {
                return false;
            }
            Optional<Label> label = line.label();
            boolean taken = label.isPresent() ? begin(label.get(), line.value()) : goOn(line);
            end = taken ? at + 1 : end;
            return taken;
        }

        private boolean begin(Label label, String value) {
            if (label != Label.OTHER && fields.containsKey(label)) {
                return false;
            }
            fields.merge(label, value, (one, other) -> one);
            last = label;
            return true;
        }

        private boolean goOn(Line line) {
            if (fields.isEmpty() || !belongsToLast(line)) {
                return false;
            }
            fields.merge(last, line.words(), (one, other) -> (one + " " + other).strip());
            return true;
        }

        /** A blank line is passed over where a field follows that was not there yet. */
        private boolean goesOnBelow() {
            int next = lines.nextWords(at);
            int others = 0;
            while (next < lines.count() && isOther(next) && others++ < MOST_OTHERS) {
                next = lines.nextWords(next + 1);
            }
            return next < lines.count()
                    && next - at <= 2 + 2 * others
                    && lines.get(next)
                            .label()
                            .filter(label -> label != Label.OTHER && !fields.containsKey(label))
                            .isPresent();
        }

        private boolean isOther(int line) {
            return lines.get(line).label().filter(Label.OTHER::equals).isPresent();
        }

        private boolean belongsToLast(Line line) {
            String value = fields.getOrDefault(last, "");
            boolean people = last != Label.SUBJECT && last != Label.DATE && last != Label.OTHER;
            return value.isEmpty()
                    || labelFollows()
                    || people
                            && (goesOn(value)
                                    || line.words().startsWith("<")
                                            && line.words().contains("@"))
                    || last == Label.SUBJECT && lines.get(at - 1).words().length() >= FULL_LINE && isLastBeforeBlank();
        }

        private static boolean goesOn(String value) {
            return value.endsWith(",") || value.endsWith(";") || value.lastIndexOf('<') > value.lastIndexOf('>');
        }

        private boolean labelFollows() {
            int stop = Math.min(lines.count(), at + FARTHEST_LABEL);
            for (int next = at + 1; next < stop && !lines.get(next).isBlank(); next++) {
                Optional<Label> label = lines.get(next).label();
                if (label.isPresent()) {
                    return label.get() == Label.OTHER || !fields.containsKey(label.get());
                }
            }
            return false;
        }

        private boolean isLastBeforeBlank() {
            return at + 1 >= lines.count() || lines.get(at + 1).isBlank();
        }
    }

    /** Whether there is enough of it to be a mail's header rather than a list of somebody's own. */
    boolean isMail(int fewest) {
        return has(Label.FROM) && count() >= fewest;
    }

    List<Correspondent> people(Label label) {
        return Correspondents.in(get(label));
    }
}
