package org.mailroom.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.KnownMessages;
import org.mailroom.cases.ledger.MergedCases;
import org.mailroom.engine.People;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.message.ThreadIndex;
import org.springframework.stereotype.Component;

/** What the reception may ask to find the case that a mail belongs to. */
@Component
public class KnownCases {

    /** For how long after its last mail an open case is taken for the one that its customer writes about again. */
    private static final Duration RECENT = Duration.ofDays(30);

    private final CaseRows rows;
    private final MergedCases merged;
    private final KnownMessages messages;
    private final People people;
    private final Clock clock;

    KnownCases(CaseRows rows, MergedCases merged, KnownMessages messages, People people, Clock clock) {
        this.rows = rows;
        this.merged = merged;
        this.messages = messages;
        this.people = people;
        this.clock = clock;
    }

    public boolean exists(CaseNumber number) {
        return rows.find(number).isPresent();
    }

    /** The case that has one of these messages; of several, that of the first in the list that is known. */
    public Optional<CaseNumber> withMessage(List<MessageId> ids) {
        return ids.stream().map(messages::caseOf).flatMap(Optional::stream).findFirst();
    }

    /** The case with a mail that came in and that has one of these ancestors; of several, the newest mail's. */
    public Optional<CaseNumber> withAncestor(List<MessageId> ancestors) {
        return messages.caseWithAncestor(ancestors);
    }

    /** The case with a mail that came in and is of this conversation; of several, the newest mail's. */
    public Optional<CaseNumber> withThread(ThreadIndex index) {
        return messages.caseWithThread(index);
    }

    /** The inbox in which the case is, or the one that it was merged into. */
    public InboxKey inboxOf(CaseNumber number) {
        return rows.get(merged.whole(number)).inbox();
    }

    /** Whether this address asked for something in the case, or stands in one of its mails. */
    public boolean hasPart(CaseNumber number, EmailAddress address) {
        return messages.hasPart(number, address);
    }

    /** Open cases of a requester, the newest first, with their subjects; only recent ones. */
    public List<OpenCase> recentOf(EmailAddress requester) {
        return rows.openOf(requester, clock.instant().minus(RECENT)).stream()
                .map(row -> new OpenCase(row.number(), row.subject()))
                .toList();
    }

    /** Whether this is the address of somebody who works here. */
    public boolean isColleague(EmailAddress address) {
        return people.withEmail(address).isPresent();
    }

    /** An open case, told by what its first mail said that it is about. */
    public record OpenCase(CaseNumber number, String subject) {}
}
