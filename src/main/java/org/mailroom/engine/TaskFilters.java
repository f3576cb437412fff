package org.mailroom.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.mailroom.inbox.Inbox;
import org.springframework.stereotype.Component;

/** The filters of Tasklist: one for each inbox, one for each other group that tasks of models wait for, and one for what is one's own. */
@Component
class TaskFilters {

    /** The property by which a filter is known again after it was renamed. */
    private static final String MARK = "mailroom";

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** The id of the inbox's filter, which is made or brought up to date. */
    String ofInbox(Inbox inbox) {
        return ofGroup(inbox.key().group(), inbox.name(), 10);
    }

    /** The id of the filter of a group that is no inbox, which is made or brought up to date. */
    String ofGroup(String group, String name) {
        return ofGroup(group, name, 15);
    }

    private String ofGroup(String group, String name, int place) {
        TaskQuery query = tasks.createTaskQuery()
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                // Unowned first: PostgreSQL sorts nulls to the front of a descending order.
                .orderByTaskAssignee()
                .desc()
                .orderByDueDate()
                .asc();
        return save(group, name, query, place);
    }

    /** The id of the filter for what the person who looks at it owns. */
    String ofOwnCases() {
        TaskQuery query = tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .orderByDueDate()
                .asc();
        return save("own", "My cases", query, 20);
    }

    private String save(String mark, String name, TaskQuery query, int place) {
        Filter filter = find(mark).orElseGet(() -> newFilter(mark, place));
        filter.setName(name);
        filter.setQuery(query);
        Map<String, Object> properties = new HashMap<>(filter.getProperties());
        properties.put("variables", List.of(Map.of("name", "status", "label", "Status")));
        filter.setProperties(properties);
        return filters.saveFilter(filter).getId();
    }

    private Optional<Filter> find(String mark) {
        return filters.createTaskFilterQuery().unlimitedList().stream()
                .filter(filter -> mark.equals(filter.getProperties().get(MARK)))
                .findFirst();
    }

    private Filter newFilter(String mark, int place) {
        Filter filter = filters.newTaskFilter();
        filter.setProperties(new HashMap<>(Map.of(MARK, mark, "priority", place, "refresh", true)));
        return filter;
    }
}
