package org.mailroom.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.cases.Cases;
import org.mailroom.cases.FollowUp;
import org.mailroom.cases.KnownCases;
import org.mailroom.cases.NewCase;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.form.Form;
import org.mailroom.intake.form.FormProfiles;
import org.mailroom.intake.form.Forms;
import org.mailroom.intake.forward.AssertedRequester;
import org.mailroom.intake.forward.Forwards;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.intake.threading.Found;
import org.mailroom.intake.threading.Threading;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The reception: reads a mail, judges it, finds its case, and opens or joins one, all in the caller's transaction. */
@Component
public class Intake {

    private final Inboxes inboxes;
    private final MailReader reader;
    private final Checks checks;
    private final Threading threading;
    private final FormProfiles formProfiles;
    private final Set<String> trustedServers;
    private final Cases cases;
    private final KnownCases knownCases;

    /** @param trustedServers mail servers of ours whose word about a sender counts, as they call themselves (RFC 8601) */
    Intake(
            Inboxes inboxes,
            MailReader reader,
            Checks checks,
            Threading threading,
            FormProfiles formProfiles,
            @Value("${mailroom.mail.trusted-servers:}") Set<String> trustedServers,
            Cases cases,
            KnownCases knownCases) {
        this.inboxes = inboxes;
        this.reader = reader;
        this.checks = checks;
        this.threading = threading;
        this.formProfiles = formProfiles;
        this.trustedServers = trustedServers.stream()
                .map(server -> server.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        this.cases = cases;
        this.knownCases = knownCases;
    }

    /**
     * What Mailroom understands of a mail; nothing else happens.
     *
     * @param id as for {@link Received}
     */
    public Reading read(MessageId id, byte[] raw) {
        return reading(letter(id, raw));
    }

    /** Anything thrown means that nothing was done and the mail may be taken again. */
    public Taken take(Received received) {
        Letter letter = letter(received.messageId(), received.raw());
        Reading reading = reading(letter);
        Judgement judgement = reading.judgement();
        if (judgement.kind() == Kind.OWN) {
            return new Taken(reading, null, new Verdict.Ignored(judgement.reason()));
        }
        Optional<Found> known = threading.caseOf(letter.mail(), judgement.bounce());
        if (known.isPresent()) {
            return new Taken(reading, known.get(), join(known.get().number(), received, reading));
        }
        return new Taken(
                reading,
                null,
                judgement.kind().opensCase()
                        ? open(received, letter, reading)
                        : new Verdict.Ignored(judgement.reason() + " It belongs to no case."));
    }

    private Letter letter(MessageId id, byte[] raw) {
        List<Inbox> all = inboxes.all();
        return new Letter(reader.read(id, raw, address -> Letter.isOneOf(all, address)), all);
    }

    private Reading reading(Letter letter) {
        return new Reading(
                letter.message(),
                letter.fields().has("message-id"),
                checks.judge(letter),
                Forwards.of(letter.mail()).orElse(null),
                Forms.of(letter.mail(), formProfiles.all()).orElse(null),
                SenderAuthentication.of(letter.fields(), trustedServers));
    }

    private Verdict join(CaseNumber number, Received received, Reading reading) {
        Judgement judgement = reading.judgement();
        boolean onlyFiled = judgement.kind().isOnlyFiled();
        CaseNumber joined = cases.join(new FollowUp(
                received.id(), number, reading.message(), judgement.answerable(), judgement.reason(), onlyFiled));
        return onlyFiled ? new Verdict.Filed(joined, judgement.reason()) : new Verdict.FollowUp(joined);
    }

    private Verdict open(Received received, Letter letter, Reading reading) {
        Judgement judgement = reading.judgement();
        Optional<AssertedRequester> asserted = passedOn(letter, reading);
        CaseNumber number = cases.open(new NewCase(
                received.id(),
                Addressee.of(letter, received.inbox()),
                asserted.map(AssertedRequester::requester)
                        .or(() -> entered(reading))
                        .map(reading.message()::askedBy)
                        .orElse(reading.message()),
                judgement.answerable(),
                judgement.reason(),
                threading.mayBelongTo(letter.mail()).orElse(null),
                asserted.map(AssertedRequester::note).orElse("")));
        return new Verdict.NewCase(number);
    }

    /** Who asks where one of us passes on what he wrote. Nobody is one of us of whom our own mail server says he is not. */
    private Optional<AssertedRequester> passedOn(Letter letter, Reading reading) {
        return reading.forward() == null || reading.authentication().fails()
                ? Optional.empty()
                : AssertedRequester.of(letter.mail(), reading.forward(), knownCases::isColleague, letter::isOurs);
    }

    /** Who asks where a gateway that we trust passes on what he entered. */
    private static Optional<EmailAddress> entered(Reading reading) {
        return reading.authentication().fails()
                ? Optional.empty()
                : Optional.ofNullable(reading.form()).map(Form::requester);
    }
}
