package org.mailroom.cases.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.cases.Finding;
import org.mailroom.engine.People;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.outbox.MailTexts;
import org.springframework.stereotype.Component;

/** Tells supervisors and admins by one mail what got stuck. It quotes nothing of a customer. */
@Component
public class StuckNotice {

    private static final int MOST_LINES = 20;

    private final MailTexts texts;
    private final Tags tags;
    private final People people;
    private final Inboxes inboxes;
    private final AdminMail mail;

    StuckNotice(MailTexts texts, Tags tags, People people, Inboxes inboxes, AdminMail mail) {
        this.texts = texts;
        this.tags = tags;
        this.people = people;
        this.inboxes = inboxes;
        this.mail = mail;
    }

    /** @return false if there is no inbox yet from which a mail could leave */
    public boolean tell(List<Finding> findings) {
        Optional<InboxKey> sender = findings.stream()
                .flatMap(finding -> Stream.ofNullable(finding.inbox()))
                .findFirst()
                .or(() -> inboxes.all().stream().map(Inbox::key).findFirst());
        sender.ifPresent(inbox -> send(findings, inbox));
        return sender.isPresent();
    }

    private void send(List<Finding> findings, InboxKey inbox) {
        Map<String, String> values = tags.ofStuck(inbox);
        values.put("count", Integer.toString(findings.size()));
        values.put("list", list(findings));
        mail.send(
                "stuck:" + findings.get(findings.size() - 1).id(),
                inbox,
                texts.fill(MailTexts.Kind.STUCK, inbox, values),
                Stream.of(People.SUPERVISORS, People.ADMINS)
                        .flatMap(group -> people.inGroup(group).stream())
                        .distinct()
                        .toList());
    }

    private static String list(List<Finding> findings) {
        String more = findings.size() > MOST_LINES ? "\n- and " + (findings.size() - MOST_LINES) + " more" : "";
        return findings.stream()
                        .limit(MOST_LINES)
                        .map(finding ->
                                "- " + (finding.number() == null ? "" : finding.number() + ": ") + words(finding))
                        .collect(Collectors.joining("\n"))
                + more;
    }

    private static String words(Finding finding) {
        return switch (finding.kind()) {
            case CASE_WITHOUT_WORK -> "The case has no task, and nothing will bring it one.";
            case PROCESS_WITHOUT_CASE -> "A process runs that belongs to no case.";
            case FAILED_STEP -> "The step “" + finding.step() + "” failed (" + finding.cause() + ").";
            case SUSPENDED_INSTANCE -> "The case is suspended.";
            case QUARANTINED_MAIL -> "Mail " + finding.thing() + " could not be taken in. " + finding.cause();
            case MAIL_NOT_TAKEN_IN ->
                "Mail " + finding.thing() + " was received more than ten minutes ago and is not taken in yet.";
        };
    }
}
