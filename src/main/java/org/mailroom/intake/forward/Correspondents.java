package org.mailroom.intake.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.intake.text.CleanText;
import org.mailroom.intake.words.FoldedText;
import org.mailroom.intake.words.WordTable;

/**
 * The people in a header field that stands in a text. The addresses are looked for first, since mail programs agree on
 * nothing else: {@code Jane <jane@...>}, {@code Jane [mailto:jane@...]}, {@code <jane@...<mailto:jane@...>>}, {@code 'Doe,
 * Jane' (jane@...)}. What stands before an address is the name.
 */
public final class Correspondents {

    private static final int MOST = 200;
    private static final int LONGEST_FIELD = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s<>()\\[\\]{},;:\"“”„«»|@]{1,64}+@(?:[\\p{L}\\p{N}_-]{1,63}+\\.){1,8}+[\\p{L}\\p{N}-]{2,63}+");
    private static final String EDGES = " \t<>()[]{},;:\"'`‘’‚“”„«»*|/•";
    private static final String BEFORE = "<>(),;:[]{}\"'`";
    private static final List<String> BEHALF = WordTable.read("forwards").folded("behalf");

    private final List<Correspondent> found = new ArrayList<>();

    private Correspondents() {}

    public static List<Correspondent> in(String field) {
        Correspondents people = new Correspondents();
        people.read(CleanText.cut(field, LONGEST_FIELD).replace("mailto:", " ").replace("MAILTO:", " "));
        return List.copyOf(people.found);
    }

    private void read(String field) {
        Matcher address = ADDRESS.matcher(field);
        int end = 0;
        while (address.find() && found.size() < MOST) {
            add(field.substring(end, address.start()), trimmed(address.group()));
            end = address.end();
        }
        addNames(field.substring(end));
    }

    private void add(String before, String address) {
        boolean onlyMarks = before.chars().noneMatch(Character::isLetterOrDigit);
        if (onlyMarks && !found.isEmpty() && isLast(address)) {
            return;
        }
        int semicolon = before.lastIndexOf(';');
        addNames(semicolon < 0 ? "" : before.substring(0, semicolon));
        String name = name(before.substring(semicolon + 1));
        if (isBehalf(name)) {
            found.remove(found.size() - 1);
            name = afterBehalf(name);
        }
        found.add(new Correspondent(address, name.equalsIgnoreCase(address) ? "" : name));
    }

    /** An address that stands there twice, {@code a@example.org <a@example.org>}, is one. */
    private boolean isLast(String address) {
        return found.get(found.size() - 1).address().equalsIgnoreCase(address);
    }

    private void addNames(String names) {
        for (String name : names.split(";")) {
            String trimmed = name(name);
            if (!trimmed.isEmpty() && found.size() < MOST) {
                found.add(new Correspondent("", trimmed));
            }
        }
    }

    private boolean isBehalf(String name) {
        String folded = FoldedText.of(name);
        return !found.isEmpty() && BEHALF.stream().anyMatch(folded::startsWith);
    }

    private static String afterBehalf(String name) {
        String folded = FoldedText.of(name);
        return BEHALF.stream()
                .filter(folded::startsWith)
                .findFirst()
                .filter(words -> words.length() <= name.length())
                .map(words -> name(name.substring(words.length())))
                .orElse("");
    }

    private static String name(String written) {
        String line = CleanText.line(written, LONGEST_NAME);
        int start = 0;
        int end = line.length();
        while (start < end && EDGES.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && EDGES.indexOf(line.charAt(end - 1)) >= 0 && !closesBracket(line, start, end)) {
            end--;
        }
        if (start > 0
                && line.charAt(start - 1) == '\''
                && line.substring(start, end).contains("' ")) {
            start--; // 'Jane Doe' via Sales
        }
        String name = line.substring(start, end);
        return name.chars().anyMatch(Character::isLetterOrDigit) ? name : "";
    }

    /** "Jane Doe (Sales)" keeps its bracket. */
    private static boolean closesBracket(String line, int start, int end) {
        return line.charAt(end - 1) == ')' && line.lastIndexOf('(', end - 2) > start;
    }

    private static String trimmed(String address) {
        int start = 0;
        while (start < address.length() - 1 && BEFORE.indexOf(address.charAt(start)) >= 0) {
            start++;
        }
        return address.substring(start);
    }
}
