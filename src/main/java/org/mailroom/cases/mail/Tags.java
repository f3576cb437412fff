package org.mailroom.cases.mail;

import java.util.HashMap;
import java.util.Map;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A value for each tag that a text of a case may use ({@code MailTexts} lists them). */
@Component
class Tags {

    private final Inboxes inboxes;
    private final String url;

    /** @param url where people reach Mailroom with a browser, without a slash at its end */
    Tags(Inboxes inboxes, @Value("${mailroom.url}") String url) {
        this.inboxes = inboxes;
        this.url = url;
    }

    /** Those of an inbox, with a link to where admins see the mail. */
    Map<String, String> ofReceivedMail(InboxKey key, long receivedMailId) {
        Map<String, String> tags = of(inboxes.get(key));
        tags.put("link", url + "/admin/received-mails/" + receivedMailId);
        return tags;
    }

    /** Those of an inbox, with the name of one of its mailboxes and a link to where admins see it. */
    Map<String, String> ofMailbox(InboxKey key, String mailbox) {
        Map<String, String> tags = of(inboxes.get(key));
        tags.put("mailbox.name", mailbox);
        tags.put("link", url + "/admin/inboxes#inbox-" + key);
        return tags;
    }

    /** Those of an inbox, with a link to the page of models. */
    Map<String, String> ofModels(InboxKey key) {
        Map<String, String> tags = of(inboxes.get(key));
        tags.put("link", url + "/models");
        return tags;
    }

    /** Those of an inbox, with a link to where supervisors repair what is stuck. */
    Map<String, String> ofStuck(InboxKey key) {
        Map<String, String> tags = of(inboxes.get(key));
        tags.put("link", url + "/stuck");
        return tags;
    }

    /** Those of a case, with a link to where admins set what its inbox does. */
    Map<String, String> ofInbox(CaseRow row) {
        Map<String, String> tags = of(row);
        tags.put("link", url + "/admin/inboxes#inbox-" + row.inbox());
        return tags;
    }

    Map<String, String> of(CaseRow row) {
        Map<String, String> tags = of(inboxes.get(row.inbox()));
        tags.put("case.number", row.number().value());
        tags.put("case.subject", row.subject());
        tags.put("customer.name", row.requester().label());
        tags.put("customer.address", row.requester().address());
        tags.put("due", row.due() == null ? "" : row.due().toString());
        tags.put("link", url + "/cases/" + row.number());
        return tags;
    }

    private static Map<String, String> of(Inbox inbox) {
        Map<String, String> tags = new HashMap<>();
        tags.put("inbox.name", inbox.name());
        tags.put("inbox.address", inbox.address().address());
        return tags;
    }
}
