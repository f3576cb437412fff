package org.mailroom.admin.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.admin.forms.EnteredLength;
import org.mailroom.admin.forms.FieldMessages;
import org.mailroom.engine.Person;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Every inbox with its levels; where something was typed, that stands in the place of what is saved. */
@Component
class EscalationPage {

    private final Inboxes inboxes;
    private final EscalationRules rules;
    private final EscalationTargets targets;
    private final FieldMessages messages;

    EscalationPage(Inboxes inboxes, EscalationRules rules, EscalationTargets targets, FieldMessages messages) {
        this.inboxes = inboxes;
        this.rules = rules;
        this.targets = targets;
        this.messages = messages;
    }

    ModelAndView show() {
        return page(inboxes.all().stream().map(this::saved).toList());
    }

    /** @param errors what is wrong with what was typed; null where it was not looked at yet */
    ModelAndView show(Inbox changed, LevelsForm typed, @Nullable BindingResult errors) {
        return page(inboxes.all().stream()
                .map(inbox -> inbox.key().equals(changed.key()) ? shown(inbox, typed, errors, true) : saved(inbox))
                .toList());
    }

    private static ModelAndView page(List<ShownInbox> shown) {
        return new ModelAndView("escalation")
                .addObject("inboxes", shown)
                .addObject("units", EnteredLength.UNITS)
                .addObject("sides", EnteredDelay.SIDES)
                .addObject("actions", Action.values());
    }

    private ShownInbox saved(Inbox inbox) {
        return shown(inbox, LevelsForm.of(rules.of(inbox.key())), null, false);
    }

    private ShownInbox shown(Inbox inbox, LevelsForm typed, @Nullable BindingResult errors, boolean changed) {
        List<Person> people = targets.of(inbox.key());
        List<ShownLevel> levels = new ArrayList<>();
        for (LevelForm level : typed.rows()) {
            levels.add(new ShownLevel(
                    level,
                    errors(errors, levels.size()),
                    isStranger(level, people),
                    level.isBeforeOpening(inbox.target())));
        }
        return new ShownInbox(inbox, EnteredLength.of(inbox.target()), people, levels, changed);
    }

    private Map<String, String> errors(@Nullable BindingResult errors, int row) {
        return errors == null ? Map.of() : messages.of(errors, "levels[" + row + "].");
    }

    private static boolean isStranger(LevelForm level, List<Person> people) {
        return !level.person().isEmpty()
                && people.stream().noneMatch(person -> person.id().equals(level.person()));
    }
}
