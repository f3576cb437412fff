package org.mailroom.intake;

import org.mailroom.cases.UndeliveredMail;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.report.Bounce;
import org.mailroom.intake.report.FailedRecipient;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.springframework.stereotype.Component;

/** Passes on what a report says of addresses that no mail reaches. One that is late, or full for now, is none of them. */
@Component
class BouncedMail {

    /** Refused by policy; a complaint about our mail is noted so, and who complains wants no more of it. */
    private static final String UNWANTED = "4.7.1";

    private final UndeliveredMail undelivered;

    BouncedMail(UndeliveredMail undelivered) {
        this.undelivered = undelivered;
    }

    void note(Judgement judgement) {
        Bounce bounce = judgement.bounce();
        if (judgement.kind() == Kind.BOUNCE && bounce != null && bounce.original() != null) {
            note(bounce, bounce.original());
        }
    }

    private void note(Bounce bounce, MessageId original) {
        bounce.recipients().stream()
                .filter(recipient -> recipient.permanent() || recipient.status().equals(UNWANTED))
                .filter(recipient -> !recipient.address().isBlank())
                .forEach(recipient -> note(recipient, original));
    }

    private void note(FailedRecipient failed, MessageId original) {
        undelivered.failedForGood(original, EmailAddress.of(failed.address()), failed.status());
    }
}
