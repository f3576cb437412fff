package org.mailroom.intake;

import java.util.Optional;
import org.mailroom.cases.AdminNotices;
import org.mailroom.cases.ModelFailures;
import org.springframework.stereotype.Component;

/** Mails that could not be taken in: they lie where an admin finds them, and he hears of it. */
@Component
public class Quarantine {

    private final AdminNotices admins;
    private final ModelFailures models;

    Quarantine(AdminNotices admins, ModelFailures models) {
        this.admins = admins;
        this.models = models;
    }

    /** Says why a mail could not be taken in if a step of a model failed: process, version, element and cause; else empty. */
    public Optional<String> failedStep(Throwable failed) {
        return models.reasonOf(failed);
    }

    /**
     * Has the model of the failure replaced by its previous version, if it is new.
     *
     * @return what the reason of each mail that failed in the same version begins with; empty if the model stays
     */
    public Optional<String> replaceModel(Throwable failed) {
        return models.goBack(failed);
    }

    /** @param reason what went wrong; nothing of the mail is quoted in it */
    public void report(Received received, String reason) {
        admins.quarantined(received.inbox(), received.id(), reason);
    }
}
