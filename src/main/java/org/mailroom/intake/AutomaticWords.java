package org.mailroom.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.intake.text.CleanText;
import org.mailroom.intake.words.WordList;

/** The words of automatic answers, in the languages of mail programs. */
final class AutomaticWords {

    private static final int LINES = 5;
    private static final int LONGEST_LINE = 500;
    private static final WordList PREFIXES = WordList.read("automatic-subjects");
    private static final WordList ABSENCES = WordList.read("absence-subjects");
    private static final WordList PLAIN_ABSENCES = WordList.read("absence-subjects-plain");
    private static final WordList NOTES = WordList.of(List.of("is out of the office"));
    private static final WordList NAMED = WordList.read("absence-named");
    private static final WordList SENTENCES = WordList.read("absence-sentences");
    private static final WordList AUTO = WordList.of(List.of("auto:"));
    private static final WordList ABSENCE_PHRASES = WordList.read("absence-phrases");
    private static final WordList REPLIES = WordList.read("automatic-replies");
    private static final WordList PHRASES = WordList.read("automatic-phrases");
    private static final Pattern BRACKETS = Pattern.compile("^[\\[【(<{*]([^\\]】)>}*]{1,60})[\\]】)>}*].*");
    private static final Pattern REPLY_PREFIX =
            Pattern.compile("(?i).{0,80}?:\\s{0,5}(re|aw|antw|sv|vs|rv|res|odp|ynt|fwd?|wg|tr)\\s?:.*");

    private AutomaticWords() {}

    /** "Automatic reply: ..." or "[Auto-Reply] ...": people do not write that, they answer it. */
    static Optional<String> prefixOfSubject(Letter letter) {
        String subject = letter.message().subject().strip();
        Matcher brackets = BRACKETS.matcher(subject);
        boolean bracketed =
                brackets.matches() && PREFIXES.starts(brackets.group(1).strip());
        boolean prefixed = PREFIXES.startOf(subject)
                .filter(prefix -> hasColon(subject.substring(Math.min(subject.length(), prefix.length()))))
                .isPresent();
        return bracketed || prefixed ? Optional.of("the subject begins as mail programs begin it.") : Optional.empty();
    }

    /** People write so too, so a field has to speak for a program, or our own subject behind the words, or the text. */
    static Optional<String> absenceInSubject(Letter letter) {
        String subject = letter.message().subject().strip();
        boolean plain = PLAIN_ABSENCES.starts(subject)
                || PREFIXES.starts(subject)
                || NOTES.isIn(subject)
                || (AUTO.starts(subject) && ABSENCES.isIn(subject));
        boolean weak = ABSENCES.starts(subject);
        boolean answers = letter.answers() || REPLY_PREFIX.matcher(subject).matches() || endsWithTopic(letter, subject);
        boolean said = lines(letter).stream().limit(LINES).anyMatch(ABSENCE_PHRASES::isIn);
        return (plain && answers) || ((plain || weak) && AutomaticFields.hint(letter)) || (weak && answers && said)
                ? Optional.of("the subject tells of an absence, and other signs of a program are there.")
                : Optional.empty();
    }

    /** Exchange writes the subject that it answers into Thread-Topic, and its own words before it into the subject. */
    private static boolean endsWithTopic(Letter letter, String subject) {
        String topic = letter.fields().first("Thread-Topic").orElse("").strip();
        return !topic.isEmpty()
                && subject.endsWith(topic)
                && subject.substring(0, subject.length() - topic.length())
                        .stripTrailing()
                        .endsWith(":");
    }

    /** The subject tells of the sender as of another, and the text begins with what he says himself, as Domino does it. */
    static Optional<String> absenceOfAnother(Letter letter) {
        String subject = letter.message().subject().strip().replaceFirst("\\.$", "");
        String sender = letter.fields().first("From").orElse("").toLowerCase(Locale.ROOT);
        String first = subject.toLowerCase(Locale.ROOT).split("[\\s/,]", 2)[0];
        boolean another = NAMED.ends(subject) && first.length() > 1 && sender.contains(first);
        return another && lines(letter).stream().limit(1).anyMatch(SENTENCES::starts)
                ? Optional.of("the subject tells of the sender as of another, and the text that he is away.")
                : Optional.empty();
    }

    /** "This is an automatic reply": at the start of a line; where it only calls itself a message, in an answer. */
    static Optional<String> replyInText(Letter letter) {
        List<String> lines = lines(letter);
        boolean first = lines.stream().limit(LINES).anyMatch(REPLIES::starts);
        boolean last = letter.answers()
                && Stream.concat(lines.stream().limit(LINES), lines.stream().skip(Math.max(0, lines.size() - LINES)))
                        .anyMatch(line -> REPLIES.starts(line) || PHRASES.starts(line));
        return first || last ? Optional.of("the text calls itself an automatic answer.") : Optional.empty();
    }

    static Optional<String> absenceInText(Letter letter) {
        boolean absence = AutomaticFields.hint(letter)
                && lines(letter).stream().limit(LINES).anyMatch(ABSENCE_PHRASES::isIn);
        return absence
                ? Optional.of("the text tells of an absence, and a field speaks for a program.")
                : Optional.empty();
    }

    private static boolean hasColon(String rest) {
        String next = rest.stripLeading();
        return next.startsWith(":") || next.startsWith("：");
    }

    private static List<String> lines(Letter letter) {
        return CleanText.cut(letter.message().newText(), 100_000)
                .lines()
                .map(line -> CleanText.cut(line, LONGEST_LINE).strip())
                .filter(line -> !line.isEmpty())
                .limit(200)
                .toList();
    }
}
