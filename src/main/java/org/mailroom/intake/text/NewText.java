package org.mailroom.intake.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the sender wrote now: the text without the mail that he answers and without his signature. Answers between the lines
 * of a quotation stay together with it; an answer below the whole quotation stays without it. Where nothing would be left,
 * all is.
 *
 * <p>Each line gets a kind first; the rules then look at kinds alone.
 */
public final class NewText {

    private enum Kind {
        BLANK,
        QUOTED,
        OLD,
        RULE,
        SIGNATURE,
        WORDS
    }

    /** So few quoted lines at the top of a text, with nobody named, were put there by the sender on purpose. */
    private static final int QUOTED_ON_PURPOSE = 3;

    private final Lines lines;
    private final Kind[] kinds;
    private final int first;
    private final int last;

    private NewText(Lines lines) {
        this.lines = lines;
        this.kinds = new Kind[lines.size()];
        List<OldMail> starts = OldMail.in(lines);
        int end = endOfNew(starts);
        Arrays.setAll(kinds, at -> at < end ? kind(at) : Kind.OLD);
        starts.stream().filter(start -> start.end() <= end).forEach(start -> mark(start.at(), start.end(), Kind.OLD));
        IntStream.range(0, end).forEach(this::markSignature);
        int words = lastWords();
        IntStream.range(0, end).forEach(at -> markFooter(at, words));
        this.last = lastWords();
        this.first = last < 0 || isAnsweredInside() ? 0 : firstWords();
    }

    /** Never empty when the text is not. */
    public static String of(String text) {
        NewText found = new NewText(new Lines(text.replace(Lines.OLD, "")));
        return found.last < 0 ? text.strip() : found.words();
    }

    /**
     * The same of a mail in HTML.
     *
     * @param text the HTML as text
     * @param marked the same with old mails marked, see {@link SafeHtml#marked()}
     */
    public static String ofHtml(String text, String marked) {
        NewText found = new NewText(new Lines(marked));
        return found.last < 0 ? text.strip() : found.words();
    }

    /**
     * The same of a mail that says it in plain text and in HTML. Both are looked at: the shorter is taken unless it lacks
     * something that the other found between or below quoted lines.
     *
     * @param marked the HTML as text with old mails marked, see {@link SafeHtml#marked()}
     */
    public static String ofBoth(String text, String marked) {
        NewText plain = new NewText(new Lines(text.replace(Lines.OLD, "")));
        NewText html = new NewText(new Lines(marked));
        if (plain.last < 0 || html.last < 0) {
            return html.last < 0 ? of(text) : html.words();
        }
        return new TwoForms(plain.words(), html.words()).shorter(plain.answers(), html.answers());
    }

    private Kind kind(int at) {
        if (lines.isBlank(at)) {
            return Kind.BLANK;
        }
        if (lines.isQuoted(at) || lines.isBrokenOff(at)) {
            return Kind.QUOTED;
        }
        String line = lines.shown(at);
        return Footer.isRule(line) ? Kind.RULE : Kind.WORDS;
    }

    /** An old mail that is not quoted line by line goes on to the end, unless there is nothing above it. */
    private int endOfNew(List<OldMail> starts) {
        return starts.stream()
                .filter(start -> !start.isQuoted(lines))
                .limit(1)
                .map(OldMail::at)
                .filter(at -> IntStream.range(0, at).anyMatch(this::mayBeWords))
                .findFirst()
                .orElse(lines.size());
    }

    private boolean mayBeWords(int at) {
        return kind(at) == Kind.WORDS && !Signature.isPhone(lines, at);
    }

    private void mark(int from, int to, Kind kind) {
        Arrays.fill(kinds, from, to, kind);
    }

    private void markSignature(int at) {
        if (kinds[at] == Kind.WORDS && (Signature.isPhone(lines, at) || isDashedName(at))) {
            kinds[at] = Kind.SIGNATURE;
        }
        if (isWordsOrRule(at) && Signature.startsAt(lines, at)) {
            mark(at, end(at, each -> kinds[each] == Kind.QUOTED || kinds[each] == Kind.OLD), Kind.SIGNATURE);
        }
    }

    private void markFooter(int at, int lastWords) {
        if (kinds[at] != Kind.RULE) {
            return;
        }
        int end = IntStream.rangeClosed(at, Math.min(at + Footer.LONGEST, kinds.length))
                .filter(each -> each == kinds.length || kinds[each] == Kind.QUOTED || kinds[each] == Kind.OLD)
                .findFirst()
                .orElse(0);
        boolean belowQuotation = follows(at, Kind.QUOTED) && end(end, each -> kinds[each] != Kind.OLD) == kinds.length;
        if (lastWords < end && Footer.is(lines, at, end, belowQuotation)) {
            mark(at, end, Kind.SIGNATURE);
        }
    }

    private boolean isDashedName(int at) {
        int next = end(at + 1, each -> kinds[each] != Kind.BLANK);
        return Signature.isDashedName(lines, at) && (next == kinds.length || kinds[next] != Kind.WORDS);
    }

    private int end(int from, IntPredicate stop) {
        return IntStream.range(from, kinds.length).filter(stop).findFirst().orElse(kinds.length);
    }

    private boolean follows(int at, Kind kind) {
        int before = at - 1;
        while (before >= 0 && kinds[before] == Kind.BLANK) {
            before--;
        }
        return before >= 0 && kinds[before] == kind;
    }

    private boolean isWordsOrRule(int at) {
        return kinds[at] == Kind.WORDS || kinds[at] == Kind.RULE;
    }

    private int lastWords() {
        return IntStream.iterate(kinds.length - 1, at -> at >= 0, at -> at - 1)
                .filter(at -> kinds[at] == Kind.WORDS)
                .findFirst()
                .orElse(-1);
    }

    private int firstWords() {
        return end(0, at -> kinds[at] == Kind.WORDS);
    }

    /** Words stand above the quotation and below it, or between its lines; or it is too short to be a whole mail. */
    private boolean isAnsweredInside() {
        int words = firstWords();
        boolean quotedBelow = IntStream.range(words, last).anyMatch(at -> kinds[at] == Kind.QUOTED);
        long quotedAbove = count(words, Kind.QUOTED);
        return quotedBelow || quotedAbove == 0 || (quotedAbove <= QUOTED_ON_PURPOSE && count(words, Kind.OLD) == 0);
    }

    private long count(int to, Kind kind) {
        return Arrays.stream(kinds, 0, to).filter(each -> each == kind).count();
    }

    /** Empty where the sender added nothing. */
    private String words() {
        return IntStream.rangeClosed(first, last)
                .filter(at -> kinds[at] != Kind.SIGNATURE)
                .mapToObj(lines::get)
                .collect(Collectors.joining("\n"))
                .replace(Lines.OLD, "")
                .strip();
    }

    /** The sender's lines below a quoted line: whoever cuts them loses an answer. */
    private Collection<String> answers() {
        int quoted = end(0, at -> kinds[at] == Kind.QUOTED);
        return IntStream.rangeClosed(quoted, last)
                .filter(at -> kinds[at] == Kind.WORDS)
                .mapToObj(lines::get)
                .toList();
    }
}
