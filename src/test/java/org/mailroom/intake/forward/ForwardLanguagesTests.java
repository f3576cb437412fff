package org.mailroom.intake.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.intake.Eml;

/** Each language's forwards, as the usual mail programs write them, and its answers, which are none. */
class ForwardLanguagesTests {

    private static final String ADDRESS = "author@customer.example";
    private static final String SUBJECT = "Rechnung 4711 – invoice";
    private static final String BODY = "The original text.\n\nIts second paragraph: it ends here.";

    /** How mail programs put a mail into the text of another. */
    enum Program {
        APPLE,
        GMAIL,
        THUNDERBIRD,
        OUTLOOK,
        OUTLOOK_BOLD,
        OUTLOOK_WEB,
        OUTLOOK_MAC,
        YAHOO,
        K9,
        SAMSUNG,
        WEB_MAIL,
        TABLE;

        String text(Language in) {
            String from = in.name + " <" + ADDRESS + ">";
            String to = "Support <support@mailroom.localhost>; 'Doe, John' <john@customer.example>";
            return switch (this) {
                case APPLE ->
                    in.apple + "\n\n> " + in.from + ": " + from + "\n> " + in.subject + ": " + SUBJECT + "\n> "
                            + in.date + ": " + in.when + "\n> " + in.to + ": " + to + "\n> \n> "
                            + BODY.replace("\n", "\n> ");
                case GMAIL ->
                    "---------- " + in.gmail + " ---------\n" + in.from + ": *" + in.name + "* <" + ADDRESS
                            + ">\nDate: " + in.when + "\nSubject: " + SUBJECT
                            + "\nTo: <support@mailroom.localhost>\n\n\n"
                            + BODY;
                case THUNDERBIRD ->
                    "-------- " + in.thunderbird + " --------\n" + in.subject + ": \t" + SUBJECT + "\n"
                            + in.date + ": \t" + in.when + "\n" + in.from + ": \t" + from + "\n" + in.to + ": \t" + to
                            + "\n\n\n\n" + BODY;
                case OUTLOOK -> block(in, "", from, to);
                case OUTLOOK_BOLD -> block(in, "*", in.name + " [mailto:" + ADDRESS + "]", to);
                case OUTLOOK_WEB -> "________________________________\n" + block(in, "", from, to);
                case OUTLOOK_MAC -> in.attribution + "\n\n" + BODY;
                case YAHOO ->
                    " ----- " + in.thunderbird + " -----" + in.from + ": \"" + in.name + "\" <" + ADDRESS + ">"
                            + in.to + ": <support@mailroom.localhost>" + in.date + ": " + in.when + in.subject + ": "
                            + SUBJECT + "\n\n" + BODY;
                case K9 -> "-------- " + in.original + " --------\n" + block(in, "", from, to);
                case SAMSUNG ->
                    "-------- " + in.original + " --------\n" + in.from + ": " + from + " \n" + in.date + ": "
                            + in.when + " \n\n" + in.to + ": " + ADDRESS + "\n" + in.subject + ": " + SUBJECT + "\n\n"
                            + BODY;
                case WEB_MAIL ->
                    in.date + ":\u00a0" + in.when + "\n" + in.from + "：\u00a0\"" + in.name + "\" <" + ADDRESS
                            + "<mailto:" + ADDRESS + ">>\n" + in.to + ":\u00a0" + to + "\n" + in.subject + ":\u00a0"
                            + SUBJECT + "\n\n" + BODY;
                case TABLE ->
                    "==== " + in.thunderbird + " ====\n" + in.from + ":\n" + from + "\n" + in.to + ":\n" + to + "\n"
                            + in.date + ":\n" + in.when + "\n" + in.subject + ":\n" + SUBJECT + "\n\n" + BODY;
            };
        }

        private static String block(Language in, String bold, String from, String to) {
            return bold + in.from + ":" + bold + " " + from + "\n" + bold + in.date + ":" + bold + " " + in.when + "\n"
                    + bold + in.to + ":" + bold + " " + to + "\n" + bold + in.copy + ":" + bold
                    + " Jim\n <jim@customer.example>,\n Joe <joe@customer.example>\n" + bold + in.subject + ":" + bold
                    + " " + SUBJECT + "\n\n" + BODY;
        }
    }

    record Language(
            String key,
            String forwards,
            String answers,
            String name,
            String when,
            String from,
            String date,
            String to,
            String copy,
            String subject,
            String apple,
            String gmail,
            String thunderbird,
            String original,
            String attribution) {

        static Language of(String line) {
            String[] parts = Arrays.stream(line.split(";")).map(String::strip).toArray(String[]::new);
            String named = parts[14]
                    .replace("\"@\"", "\"" + parts[3] + "\" <" + ADDRESS + ">")
                    .replace("« @ »", "« " + parts[3] + " » <" + ADDRESS + ">");
            return new Language(
                    parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], parts[8], parts[9],
                    parts[10], parts[11], parts[12], parts[13], named);
        }

        @Override
        public String toString() {
            return key;
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("languagesAndPrograms")
    void theAuthorOfAForwardedMailIsFound(Language language, Program program) {
        String words = "Please take care of this.\n\n-- \nJoan\n\n";

        Optional<Forward> found =
                Mails.forward(Mails.plain(language.forwards + ": " + SUBJECT, words + program.text(language)));

        assertThat(found).hasValueSatisfying(forward -> {
            assertThat(forward.how()).isEqualTo(Forward.How.INLINE);
            assertThat(forward.from()).isEqualTo(new Correspondent(ADDRESS, language.name));
            assertThat(forward.text()).isEqualTo(BODY);
            assertThat(forward.words()).isEqualTo("Please take care of this.\n\n-- \nJoan");
            assertThat(forward.date()).isNotEmpty();
            assertThat(forward.subject()).isEqualTo(program == Program.OUTLOOK_MAC ? "" : SUBJECT);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("languagesAndPrograms")
    void anAnswerThatQuotesIsNoForward(Language language, Program program) {
        String subject = language.answers + ": " + SUBJECT;
        boolean saysForwarded =
                switch (program) {
                    case APPLE, GMAIL, THUNDERBIRD, YAHOO, TABLE -> true;
                    default -> false;
                };

        if (!saysForwarded) {
            assertThat(Mails.forward(Mails.answer(subject, "Thank you.\n\n" + program.text(language))))
                    .isEmpty();
        }
        assertThat(Mails.forward(Mails.answer(
                        subject,
                        "Thank you.\n\nOn 3 March 2026 <joan@customer.example> wrote:\n> "
                                + program.text(language).replace("\n", "\n> "))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void recipientsAndCopiesAreFound(Language language) {
        Forward forward = Mails.forward(Mails.plain(language.forwards + ": x", Program.OUTLOOK.text(language)))
                .orElseThrow();

        assertThat(forward.to())
                .containsExactly(
                        new Correspondent("support@mailroom.localhost", "Support"),
                        new Correspondent("john@customer.example", "Doe, John"));
        assertThat(forward.cc())
                .containsExactly(
                        new Correspondent("jim@customer.example", "Jim"),
                        new Correspondent("joe@customer.example", "Joe"));
        assertThat(forward.date()).isEqualTo(language.when);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void ownWordsUnderAForwardsSubjectAreNone(Language language) {
        assertThat(Mails.forward(
                        Mails.plain(language.forwards + ": " + SUBJECT, "I could not attach it.\n\n-- \nJoan")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void aLineThatSaysForwardedIsEnoughUnderAnySubject(Program program) {
        Language english = languages().findFirst().orElseThrow();
        boolean saysForwarded = program == Program.APPLE || program == Program.GMAIL || program == Program.THUNDERBIRD;

        assertThat(Mails.forward(Mails.plain("Look", "See below.\n\n" + program.text(english)))
                        .isPresent())
                .isEqualTo(saysForwarded || program == Program.YAHOO || program == Program.TABLE);
    }

    static Stream<Language> languages() {
        return Eml.lines("forward-languages.txt").map(Language::of);
    }

    static Stream<Arguments> languagesAndPrograms() {
        return languages().flatMap(language -> List.of(Program.values()).stream()
                .map(program -> Arguments.of(language, program)));
    }
}
