package org.mailroom.cases.loops;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.Conversation;
import org.mailroom.cases.loops.Objection.Reason;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.outbox.AutomaticMail;
import org.springframework.stereotype.Component;

/**
 * A machine that answers from another address each time quotes what it answers: a case number that a moment ago only the
 * receiver of an automatic mail could know. A mail that finds its case by such a number opens none and never gets here.
 */
@Component
class Echo implements Rule {

    /** Looked for by its hyphen, which is rare; what stands before it is asked about only there. */
    private static final Pattern NUMBER =
            Pattern.compile("-(?<=(?<![\\p{L}\\p{N}-])([A-Za-z][A-Za-z0-9]{0,9})-)(\\d{1,18})(?![\\p{N}-])");

    private static final int MOST_NUMBERS = 50;

    private final Conversation conversation;
    private final AutomaticMail automatic;
    private final LoopSettings settings;

    Echo(Conversation conversation, AutomaticMail automatic, LoopSettings settings) {
        this.conversation = conversation;
        this.automatic = automatic;
        this.settings = settings;
    }

    @Override
    public Optional<Objection> against(CaseRow row) {
        List<CaseNumber> named = named(conversation.firstAsWritten(row.number())).stream()
                .filter(number -> !number.equals(row.number()))
                .toList();
        return !named.isEmpty() && automatic.wentToOthers(named, row.requester(), settings.echo())
                ? Optional.of(Objection.of(Reason.ECHO))
                : Optional.empty();
    }

    private static List<CaseNumber> named(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> new CaseNumber((found.group(1) + "-" + found.group(2)).toUpperCase(Locale.ROOT)))
                .distinct()
                .limit(MOST_NUMBERS)
                .toList();
    }
}
