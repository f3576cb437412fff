package org.mailroom.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the house what people do to processes by the engine's own means ({@link PersonActed}), from what the engine writes down of
 * them anyway. Verbs of Mailroom ask the engine for no permission, and by that they are known: they tell their lines themselves. The
 * engine's starter finds this handler by its type.
 */
@Component
class ToldOperations implements HistoryEventHandler {

    private static final String DUE_DATE = "duedate";

    private final ApplicationEventPublisher house;

    ToldOperations(ApplicationEventPublisher house) {
        this.house = house;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        handleEvents(List.of(event));
    }

    /** The engine migrates without asking for permissions, whoever wants it. It writes one entry for each property of an operation: one of them is told. */
    @Override
    public void handleEvents(List<HistoryEvent> events) {
        CommandContext command = Context.getCommandContext();
        if (command != null) {
            events.stream()
                    .filter(event -> event instanceof HistoricProcessInstanceEventEntity
                            && event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE))
                    .forEach(event -> house.publishEvent(migrated(event, command)));
            if (command.isAuthorizationCheckEnabled()) {
                tell(events);
            }
        }
    }

    private void tell(List<HistoryEvent> events) {
        Map<String, UserOperationLogEntryEventEntity> operations = new LinkedHashMap<>();
        for (HistoryEvent event : events) {
            if (event instanceof UserOperationLogEntryEventEntity entry && entry.getProcessInstanceId() != null) {
                operations.merge(
                        entry.getOperationId() + entry.getProcessInstanceId() + entry.getJobId(),
                        entry,
                        (first, next) -> DUE_DATE.equals(next.getProperty()) ? next : first);
            }
        }
        operations.values().forEach(entry -> house.publishEvent(acted(entry)));
    }

    private static PersonActed acted(UserOperationLogEntryEventEntity entry) {
        return new PersonActed(
                entry.getUserId(),
                entry.getEntityType(),
                entry.getOperationType(),
                entry.getProcessInstanceId(),
                entry.getJobId(),
                entry.getOrgValue(),
                entry.getNewValue());
    }

    /** The engine's own entry of a migration names no process. */
    private static PersonActed migrated(HistoryEvent event, CommandContext command) {
        return new PersonActed(
                command.getAuthenticatedUserId(),
                "ProcessInstance",
                "Migrate",
                event.getProcessInstanceId(),
                null,
                null,
                null);
    }
}
