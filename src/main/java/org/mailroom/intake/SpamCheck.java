package org.mailroom.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.mime.field.Fields;

/** Our own filter says that it is spam: SpamAssassin, Rspamd, Bogofilter, DSPAM, Barracuda, Exchange. */
class SpamCheck implements Check {

    private static final List<String> FLAGS = List.of(
            "X-Spam-Flag",
            "X-Spam-Status",
            "X-Spam",
            "X-Bogosity",
            "X-DSPAM-Result",
            "X-Barracuda-Spam-Flag",
            "X-CRM114-Status",
            "X-Spambayes-Classification",
            "X-Spam-Flag2");
    private static final Pattern YES = Pattern.compile("(?i)^(yes|true|spam)\\b.*");
    private static final Pattern LEVEL = Pattern.compile("^\\s*(\\d{1,2})\\s*$");
    private static final int SPAM_LEVEL = 5;

    @Override
    public Optional<Judgement> judge(Letter letter) {
        Fields fields = letter.fields();
        Stream<String> flags = FLAGS.stream().filter(name -> fields.all(name).stream()
                .anyMatch(value -> YES.matcher(value.strip()).matches()));
        Stream<String> level = fields.all("X-MS-Exchange-Organization-SCL").stream()
                .filter(SpamCheck::isHigh)
                .map(value -> "X-MS-Exchange-Organization-SCL");
        Stream<String> verdict = fields.all("X-Forefront-Antispam-Report").stream()
                .filter(value -> value.toUpperCase(Locale.ROOT).contains("SFV:SPM"))
                .map(value -> "X-Forefront-Antispam-Report");
        return Stream.of(flags, level, verdict)
                .flatMap(names -> names)
                .findFirst()
                .map(name -> Judgement.of(Kind.SPAM, "Spam: the filter says so in the field " + name + "."));
    }

    private static boolean isHigh(String value) {
        Matcher level = LEVEL.matcher(value);
        return level.matches() && Integer.parseInt(level.group(1)) >= SPAM_LEVEL;
    }
}
