package org.mailroom.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseTask;
import org.mailroom.cases.CaseWork;
import org.mailroom.desk.words.Words;
import org.springframework.stereotype.Component;

/**
 * The cards of a case's open tasks. The task at which the case is handled has none as long as the page's verbs are enough for
 * it, and only those for whom it is.
 */
@Component
class TaskCards {

    private final Words words;

    TaskCards(Words words) {
        this.words = words;
    }

    /** @param answered a form that came back with errors; null if none did */
    List<TaskCard> of(CaseWork work, Agent agent, @Nullable Answered answered) {
        return work.tasks().stream()
                .filter(task -> !task.handling() || task.asForm() || !task.forAgent())
                .map(task -> card(task, agent, answered))
                .toList();
    }

    private TaskCard card(CaseTask task, Agent agent, @Nullable Answered answered) {
        boolean mine = agent.id().equals(task.assignee());
        boolean free = task.assignee() == null;
        boolean answer = mine || task.handling() && free && task.forAgent();
        CaseTask.Sheet form = answer ? task.form() : null;
        Answered sentBack = answered != null && answered.task().equals(task.id()) ? answered : null;
        return new TaskCard(
                task.id(),
                task.handling() ? words.say("task.handle") : task.name(),
                who(task, mine),
                free && task.forAgent() && !task.handling(),
                !task.handling() && (mine || agent.supervisor() && !free),
                form == null || sentBack == null
                        ? form
                        : new CaseTask.Sheet(form.schema(), sentBack.data(), form.plain()),
                answer && (form == null || form.plain()),
                form != null && !form.plain(),
                sentBack == null ? List.of() : sentBack.wrong());
    }

    private String who(CaseTask task, boolean mine) {
        if (mine) {
            return words.say("task.yours");
        }
        if (task.assignee() != null) {
            return words.say("task.of", words.name(task.assignee()));
        }
        String names = Stream.concat(
                        task.groups().stream().map(words::group),
                        task.users().stream().map(words::name))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? words.say("task.for-nobody") : words.say("task.for", names);
    }
}
