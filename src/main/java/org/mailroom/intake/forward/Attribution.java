package org.mailroom.intake.forward;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.intake.words.FoldedText;
import org.mailroom.intake.words.WordTable;

/**
 * One line that says who wrote when, as Outlook for the Mac and Yandex put it above a forwarded mail: {@code On 3/3/26,
 * 10:15, "Jane Doe" <jane@example.org> wrote:}. Known by its form: a date, an address in brackets, a colon at the end, or the
 * three angle brackets of GroupWise.
 *
 * @param end the line after it
 */
record Attribution(Correspondent from, String date, int end) {

    private static final int LONGEST = 300;
    private static final int MOST_LINES = 2;
    private static final int FEWEST_DIGITS = 4;
    private static final String GROUPWISE_END = ">>>";
    private static final String QUOTES = "\"“”„«»";
    private static final Pattern BRACKETED = Pattern.compile("[<(\\[][^<>()\\[\\]]{0,100}@[^<>()\\[\\]]{1,200}[>)\\]]");
    private static final List<String> BEFORE_NAME = Stream.of("wrote", "before-name")
            .flatMap(kind -> WordTable.read("forwards").folded(kind).stream())
            .toList();

    static Optional<Attribution> at(Lines lines, int start) {
        StringBuilder joined = new StringBuilder();
        for (int at = start; at < Math.min(lines.count(), start + MOST_LINES); at++) {
            String words = lines.get(at).words();
            if (words.isEmpty() || joined.length() + words.length() > LONGEST) {
                return Optional.empty();
            }
            joined.append(joined.isEmpty() ? "" : " ").append(words);
            if (Line.isColon(words.charAt(words.length() - 1)) || words.endsWith(GROUPWISE_END)) {
                return at > start && of(words, at + 1).isPresent() ? Optional.empty() : of(joined.toString(), at + 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<Attribution> of(String line, int end) {
        String words = line.endsWith(GROUPWISE_END) ? line.substring(0, line.length() - GROUPWISE_END.length()) : line;
        MatchResult address =
                BRACKETED.matcher(words).results().reduce((one, last) -> last).orElse(null);
        if (address == null) {
            return Optional.empty();
        }
        String before = words.substring(0, address.start()).strip();
        String after = words.substring(address.end());
        if (digits(before + after) < FEWEST_DIGITS) {
            return Optional.empty();
        }
        boolean dateFirst = before.chars().anyMatch(Character::isDigit);
        int name = dateFirst ? nameStart(before) : 0;
        List<Correspondent> author = Correspondents.in(before.substring(name) + " " + address.group());
        String date = dateFirst ? before.substring(0, name) : after;
        return author.size() == 1 && !author.get(0).address().isEmpty()
                ? Optional.of(new Attribution(withoutVerb(author.get(0)), trimmed(date), end))
                : Optional.empty();
    }

    private static long digits(String words) {
        return words.chars().filter(Character::isDigit).count();
    }

    /** Behind the date: where the quoted name begins, else behind the last comma or digit. */
    private static int nameStart(String before) {
        int last = before.length() - 1;
        if (QUOTES.indexOf(before.charAt(last)) >= 0) {
            int at = last - 1;
            while (at > 0 && QUOTES.indexOf(before.charAt(at)) < 0) {
                at--;
            }
            return at;
        }
        int at = last;
        while (at >= 0 && before.charAt(at) != ',' && !Character.isDigit(before.charAt(at))) {
            at--;
        }
        return at + 1;
    }

    private static Correspondent withoutVerb(Correspondent author) {
        String folded = FoldedText.of(author.name());
        return BEFORE_NAME.stream()
                .filter(verb -> folded.startsWith(verb + " ")
                        && verb.length() < author.name().length())
                .findFirst()
                .map(verb -> new Correspondent(
                        author.address(), author.name().substring(verb.length()).strip()))
                .orElse(author);
    }

    /** From the first digit or the weekday on; without the preposition before and the verb behind. */
    private static String trimmed(String date) {
        String words = date.strip();
        int end = words.length();
        while (end > 0 && !Character.isLetterOrDigit(words.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && !Character.isDigit(words.charAt(start))) {
            start++;
        }
        return words.substring(start, end);
    }
}
