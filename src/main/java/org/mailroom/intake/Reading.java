package org.mailroom.intake;

import org.jspecify.annotations.Nullable;
import org.mailroom.intake.form.Form;
import org.mailroom.intake.forward.Forward;
import org.mailroom.message.Message;

/**
 * All that Mailroom understands of one mail, before it asks whether there is a case for it.
 *
 * @param identified whether the mail carries a Message-ID of its sender
 * @param forward the mail that it passes on; null where it passes on none
 * @param form what somebody entered into a form; null where it is no form mail
 */
public record Reading(
        Message message,
        boolean identified,
        Judgement judgement,
        @Nullable Forward forward,
        @Nullable Form form,
        SenderAuthentication authentication) {}
