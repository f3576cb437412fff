package org.mailroom.desk.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.WrongAnswer;
import org.mailroom.cases.WrongAnswers;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says things in the language of the person who looks: sentences, names, times. */
@Component
public class Words {

    private final MessageSource messages;
    private final Names names;
    private final Inboxes inboxes;

    Words(MessageSource messages, Names names, Inboxes inboxes) {
        this.messages = messages;
        this.names = names;
        this.inboxes = inboxes;
    }

    public String say(String code, Object... details) {
        return messages.getMessage(code, details, locale());
    }

    /** What was done to a case; null where that is no verb of ours. */
    public @Nullable String done(@Nullable String verb, CaseNumber number) {
        return verb == null ? null : messages.getMessage("done." + verb, new Object[] {number}, null, locale());
    }

    /** The sentence, or another one where there is none with this code. */
    String sayOr(String code, String other, Object... details) {
        String said = messages.getMessage(code, details, null, locale());
        return said == null ? say(other, details) : said;
    }

    public String refusal(CaseRefusal refused) {
        String about =
                switch (refused.reason()) {
                    case OWNED_BY_OTHER, NOT_A_MEMBER -> name(refused.detail());
                    case NO_SUCH_INBOX -> inbox(refused.detail());
                    case NOT_OFFERED, NO_PATH -> outcome(refused.detail());
                    default -> refused.detail();
                };
        return refused instanceof WrongAnswers wrong
                ? say("refusal." + refused.reason(), about, wrong(wrong.wrong().get(0)))
                : say("refusal." + refused.reason(), about);
    }

    /** A person's name; the id where the person is gone, Mailroom where nobody did it. */
    public String name(@Nullable String userId) {
        return userId == null ? say("mailroom") : names.of(userId);
    }

    /** The name of a group of people; that of a role is a word of ours. */
    public String group(String group) {
        String role = messages.getMessage("group." + group, null, null, locale());
        return role == null ? names.ofGroup(group) : role;
    }

    /** What is wrong with one answer to a form. */
    public String wrong(WrongAnswer wrong) {
        return say("answer." + wrong.problem(), wrong.label(), wrong.detail());
    }

    /** What an outcome is called: one of ours as its verb, another one as it is. */
    private String outcome(String value) {
        return messages.getMessage("outcome." + value, null, value, locale());
    }

    /** An inbox's name; what was given where there is no such inbox. */
    String inbox(String key) {
        return inboxes.all().stream()
                .filter(inbox -> inbox.key().value().equals(key))
                .map(Inbox::name)
                .findFirst()
                .orElse(key);
    }

    /** In UTC and saying so; the browser shows it in its own zone. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale())
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }

    /** A file's size as people say it. */
    public String size(int bytes) {
        if (bytes < 1000) {
            return say("size.bytes", bytes);
        }
        return bytes < 1_000_000 ? say("size.kilobytes", bytes / 1000.0) : say("size.megabytes", bytes / 1_000_000.0);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
