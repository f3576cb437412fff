package org.mailroom.desk.words;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseView;

/**
 * One thing in the conversation as a page shows it: either a mail or an event with its sentence.
 *
 * @param sentence of the event; empty for a mail
 * @param note what a person wrote with the event; null where nothing
 */
public record Line(
        Instant at,
        CaseView.@Nullable Mail mail,
        CaseView.@Nullable Event event,
        List<EventWords.Part> sentence,
        @Nullable String note) {

    public static Line of(CaseView.Entry entry, EventWords words) {
        if (entry instanceof CaseView.Mail mail) {
            return new Line(mail.at(), mail, null, List.of(), null);
        }
        CaseView.Event event = (CaseView.Event) entry;
        return new Line(event.at(), null, event, words.sentence(event), words.note(event));
    }
}
