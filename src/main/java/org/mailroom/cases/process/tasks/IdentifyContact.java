package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.contact.Contact;
import org.mailroom.contact.Contacts;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;

/** Ties the case to the contact who wrote; a stranger becomes a contact where the inbox wants that. */
@Component
class IdentifyContact implements JavaDelegate {

    private final CaseRows rows;
    private final Contacts contacts;
    private final Inboxes inboxes;
    private final Timeline timeline;

    IdentifyContact(CaseRows rows, Contacts contacts, Inboxes inboxes, Timeline timeline) {
        this.rows = rows;
        this.contacts = contacts;
        this.inboxes = inboxes;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseRow row = rows.get(CaseFacts.numberOf(execution));
        contacts.find(row.requester())
                .ifPresentOrElse(known -> tie(row, known, Kind.CONTACT_RECOGNISED), () -> add(row));
    }

    private void add(CaseRow row) {
        if (row.answerable() && inboxes.get(row.inbox()).addsContacts()) {
            tie(row, contacts.findOrAdd(row.requester()), Kind.CONTACT_ADDED);
        }
    }

    private void tie(CaseRow row, Contact contact, Kind how) {
        rows.change(row.number(), held -> held.ofContact(contact.id()));
        timeline.add(row.number(), CaseEvent.of(how, null).to(row.requester().label()));
    }
}
