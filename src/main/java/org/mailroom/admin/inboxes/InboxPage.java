package org.mailroom.admin.inboxes;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.admin.forms.EnteredLength;
import org.mailroom.admin.forms.FieldMessages;
import org.mailroom.cases.Breakers;
import org.mailroom.cases.Breakers.Stop;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.NeverCopied;
import org.mailroom.inbox.ReplyStatus;
import org.mailroom.mailbox.Mailbox;
import org.mailroom.mailbox.MailboxAccounts;
import org.mailroom.mailbox.ReceivedMailLog;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Every inbox and the form for a new one; where something was typed, that stands in the place of what is saved. */
@Component
class InboxPage {

    private final Inboxes inboxes;
    private final People people;
    private final MailboxAccounts mailboxes;
    private final ReceivedMailLog log;
    private final Breakers breakers;
    private final NeverCopied neverCopied;
    private final ReplyStatus replyStatus;
    private final FieldMessages messages;

    InboxPage(
            Inboxes inboxes,
            People people,
            MailboxAccounts mailboxes,
            ReceivedMailLog log,
            Breakers breakers,
            NeverCopied neverCopied,
            ReplyStatus replyStatus,
            FieldMessages messages) {
        this.inboxes = inboxes;
        this.people = people;
        this.mailboxes = mailboxes;
        this.log = log;
        this.breakers = breakers;
        this.neverCopied = neverCopied;
        this.replyStatus = replyStatus;
        this.messages = messages;
    }

    ModelAndView show() {
        return page(ShownNewInbox.empty(), null);
    }

    /** With what was typed for one inbox and could not be saved. */
    ModelAndView showAgain(Inbox wanted, InboxForm typed, BindingResult errors) {
        return again(page(ShownNewInbox.empty(), new Typed(wanted, typed, messages.of(errors))));
    }

    /** With what was typed for a new inbox that could not be added. */
    ModelAndView showAgain(
            NewInboxForm identity, BindingResult identityErrors, InboxForm typed, BindingResult typedErrors) {
        Map<String, String> errors = new HashMap<>(messages.of(identityErrors));
        errors.putAll(messages.of(typedErrors));
        return again(page(new ShownNewInbox(identity, typed, errors), null));
    }

    /** What was typed for an inbox, and what is wrong with it. */
    private record Typed(Inbox inbox, InboxForm form, Map<String, String> errors) {

        static Typed saved(Inbox inbox) {
            return new Typed(inbox, InboxForm.of(inbox), Map.of());
        }
    }

    private ModelAndView page(ShownNewInbox newInbox, @Nullable Typed wrong) {
        Map<String, String> everybody = people.names();
        Map<InboxKey, Stop> stopped = breakers.stopped();
        List<Mailbox> all = mailboxes.all();
        List<ShownInbox> shown = inboxes.all().stream()
                .map(inbox -> wrong != null && inbox.key().equals(wrong.inbox().key()) ? wrong : Typed.saved(inbox))
                .map(typed ->
                        shown(typed, everybody, all, stopped.get(typed.inbox().key())))
                .toList();
        return new ModelAndView("inboxes")
                .addObject("units", EnteredLength.UNITS)
                .addObject("newInbox", newInbox)
                .addObject("replyStatus", replyStatus.now())
                .addObject("neverCopied", String.join("\n", neverCopied.listed()))
                .addObject("inboxes", shown)
                .addObject("users", all.stream().map(Mailbox::username).toList());
    }

    private ShownInbox shown(Typed typed, Map<String, String> everybody, List<Mailbox> mailboxes, @Nullable Stop stop) {
        InboxKey key = typed.inbox().key();
        List<Person> members = people.inGroup(key.group()).stream()
                .sorted(Comparator.comparing(Person::name))
                .toList();
        Map<String, String> others = new LinkedHashMap<>(everybody);
        members.forEach(member -> others.remove(member.id()));
        return new ShownInbox(
                typed.inbox(),
                typed.form(),
                typed.errors(),
                members,
                others,
                mailboxes.stream()
                        .filter(mailbox -> mailbox.inbox().equals(key))
                        .toList(),
                log.refusedBy(key),
                stop);
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
