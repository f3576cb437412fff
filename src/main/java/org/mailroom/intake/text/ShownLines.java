package org.mailroom.intake.text;

/** Lines as they grow while HTML is gone through: with one space for many, and marked where they are quoted. */
final class ShownLines {

    private static final int DEEPEST = 10;

    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private boolean spaced;
    private boolean keptEmpty;
    private int quoted;
    private int quotedBefore;

    /** Where the next character will stand, for {@link #since}. */
    int length() {
        return lines.length() + line.length();
    }

    /** What the line got since; empty where it is another line by now. */
    String since(int length) {
        int from = length - lines.length();
        return from >= 0 && from <= line.length() ? line.substring(from) : "";
    }

    void append(String text) {
        line.append(text);
    }

    void appendWords(String words) {
        boolean afterSpace = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
        line.append(afterSpace ? words.stripLeading() : words);
    }

    void appendVerbatim(String text) {
        String[] each = text.split("\r\n|\r|\n", -1);
        for (int at = 0; at < each.length - 1; at++) {
            line.append(each[at]);
            breakLine();
        }
        line.append(each[each.length - 1]);
    }

    /** A block with nothing in it but a space that does not break is how Outlook and others write an empty line. */
    void keepEmpty(boolean keep) {
        keptEmpty |= keep;
    }

    /** There is an empty line before the next that is not. */
    void space(boolean wanted) {
        spaced |= wanted;
    }

    void quote(int deeper) {
        quoted += deeper;
    }

    void endLine() {
        if (keptEmpty || !line.toString().isBlank()) {
            breakLine();
        } else {
            line.setLength(0);
        }
    }

    void breakLine() {
        boolean isEmpty = line.toString().isBlank();
        if (spaced && !lines.isEmpty() && !isEmpty) {
            lines.append(quotation(Math.min(quoted, quotedBefore)).strip()).append('\n');
        }
        spaced &= isEmpty;
        keptEmpty = false;
        quotedBefore = quoted;
        lines.append((quotation(quoted) + line).stripTrailing()).append('\n');
        line.setLength(0);
    }

    String all() {
        endLine();
        return lines.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    private static String quotation(int depth) {
        return ">".repeat(Math.min(DEEPEST, depth)) + (depth > 0 ? " " : "");
    }
}
