package org.mailroom.cases.mail;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailroom.engine.ModelsWereRefused;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.outbox.MailTexts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells analysts by mail that models were refused, and analysts and admins that Mailroom went back to an earlier version. */
@Component
class ModelNotices {

    private final MailTexts texts;
    private final Tags tags;
    private final Inboxes inboxes;
    private final AdminMail mail;

    ModelNotices(MailTexts texts, Tags tags, Inboxes inboxes, AdminMail mail) {
        this.texts = texts;
        this.tags = tags;
        this.inboxes = inboxes;
        this.mail = mail;
    }

    /** Sends it from the first inbox, because models belong to all of them; without an inbox there is no mail to fail. */
    @EventListener
    void tell(ModelsWereRefused news) {
        List<Inbox> all = inboxes.all();
        if (all.isEmpty()) {
            return;
        }
        InboxKey inbox = all.get(0).key();
        String cause = "models:" + news.refusal();
        var text = texts.fill(MailTexts.Kind.MODELS, inbox, values(news, inbox));
        mail.sendToAnalysts(cause, inbox, text);
        if (news.wentBack()) {
            mail.send(cause, inbox, text);
        }
    }

    private Map<String, String> values(ModelsWereRefused news, InboxKey inbox) {
        Map<String, String> values = tags.ofModels(inbox);
        values.put(
                "reasons", news.reasons().stream().map(reason -> "- " + reason).collect(Collectors.joining("\n")));
        values.put("person", news.person());
        values.put("node", news.node());
        values.put("back", news.wentBack() ? "yes" : "");
        return values;
    }
}
