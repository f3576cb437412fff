package org.mailroom.intake;

import java.util.Optional;
import java.util.function.Supplier;
import org.mailroom.cases.Cases;
import org.mailroom.cases.ClosedCases;
import org.mailroom.cases.FollowUp;
import org.mailroom.cases.KnownCases;
import org.mailroom.cases.NewCase;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inbox;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.form.Form;
import org.mailroom.intake.forward.AssertedRequester;
import org.mailroom.intake.threading.Found;
import org.mailroom.intake.threading.Threading;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;
import org.springframework.stereotype.Component;

/** The reception: reads a mail, judges it, finds its case, and opens or joins one, all in the caller's transaction. */
@Component
public class Intake {

    private final Interpreter interpreter;
    private final Threading threading;
    private final BouncedMail bounced;
    private final TooLargeMails tooLarge;
    private final Cases cases;
    private final ClosedCases closedCases;
    private final KnownCases knownCases;

    Intake(
            Interpreter interpreter,
            Threading threading,
            BouncedMail bounced,
            TooLargeMails tooLarge,
            Cases cases,
            ClosedCases closedCases,
            KnownCases knownCases) {
        this.interpreter = interpreter;
        this.threading = threading;
        this.bounced = bounced;
        this.tooLarge = tooLarge;
        this.cases = cases;
        this.closedCases = closedCases;
        this.knownCases = knownCases;
    }

    /**
     * What Mailroom understands of a mail; nothing else happens.
     *
     * @param id as for {@link Received}
     */
    public Reading read(MessageId id, byte[] raw) {
        return interpreter.read(interpreter.open(id, raw));
    }

    /** Reads a mail, judges it and looks for its case; nothing is changed. */
    public Understood understand(Received received) {
        Letter letter = interpreter.open(received.messageId(), received.raw());
        Reading reading = interpreter.read(letter);
        Judgement judgement = reading.judgement();
        Found found = judgement.kind() == Kind.OWN
                ? null
                : threading.caseOf(letter.mail(), judgement.bounce()).orElse(null);
        boolean passedOn = found != null
                && judgement.kind().opensCase()
                && PassedOn.is(letter, reading, received.inbox(), knownCases.inboxOf(found.number()));
        return new Understood(received, letter, reading, found, passedOn);
    }

    /**
     * Does several mails together: the engine writes down what it did for all of them at once, when the work ends. None of them may
     * {@linkplain Understood#joins join} a case. As {@link Cases#together}.
     */
    public <T> T together(Supplier<T> work) {
        return cases.together(work);
    }

    /** Anything thrown means that nothing was done and the mail may be taken again. */
    public Taken take(Understood mail) {
        return new Taken(mail.reading(), mail.found(), verdict(mail));
    }

    private Verdict verdict(Understood mail) {
        Judgement judgement = mail.reading().judgement();
        if (judgement.kind() == Kind.OWN) {
            return new Verdict.Ignored(judgement.reason());
        }
        bounced.note(judgement);
        if (mail.opens()) {
            return open(mail);
        }
        return mail.found() == null
                ? new Verdict.Ignored(judgement.reason() + " It belongs to no case.")
                : join(mail.found().number(), mail.received(), mail.reading());
    }

    private Verdict join(CaseNumber number, Received received, Reading reading) {
        Judgement judgement = reading.judgement();
        boolean onlyFiled = judgement.kind().isOnlyFiled();
        FollowUp followUp = new FollowUp(
                received.id(), number, kept(received, reading), judgement.answerable(), judgement.reason(), onlyFiled);
        if (closedCases.turnAway(followUp)) {
            return new Verdict.Refused(
                    number + " is closed, and its inbox takes no more mail for it. The sender was told.");
        }
        CaseNumber joined = cases.join(followUp);
        tooLarge.tell(received, joined);
        return onlyFiled ? new Verdict.Filed(joined, judgement.reason()) : new Verdict.FollowUp(joined);
    }

    private Verdict open(Understood mail) {
        Received received = mail.received();
        Letter letter = mail.letter();
        Reading reading = mail.reading();
        Inbox inbox = letter.inbox(Addressee.of(letter, received.inbox()));
        if (!inbox.receives()) {
            return new Verdict.SwitchedOff(inbox);
        }
        Judgement judgement = reading.judgement();
        Message message = kept(received, reading);
        Optional<AssertedRequester> asserted = passedOn(letter, reading);
        Found passedOnFrom = mail.found();
        CaseNumber number = cases.open(new NewCase(
                received.id(),
                inbox.key(),
                asserted.map(AssertedRequester::requester)
                        .or(() -> entered(reading))
                        .or(() -> RewrittenSender.of(letter))
                        .map(message::askedBy)
                        .orElse(message),
                judgement.answerable(),
                judgement.reason(),
                passedOnFrom == null ? threading.mayBelongTo(letter.mail()).orElse(null) : null,
                passedOnFrom == null ? null : passedOnFrom.number(),
                asserted.map(AssertedRequester::note).orElse("")));
        tooLarge.tell(received, number);
        return new Verdict.NewCase(number);
    }

    /** The message as people are to see it. */
    private static Message kept(Received received, Reading reading) {
        Message known = TooLargeMails.known(received, reading.message());
        return reading.authentication().fails() ? known.warned(SenderAuthentication.WARNING) : known;
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
