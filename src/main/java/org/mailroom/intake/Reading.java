package org.mailroom.intake;

import org.mailroom.message.Message;

/**
 * All that Mailroom understands of one mail, before it asks whether there is a case for it.
 *
 * @param identified whether the mail carries a Message-ID of its sender
 */
public record Reading(Message message, boolean identified, Judgement judgement) {}
