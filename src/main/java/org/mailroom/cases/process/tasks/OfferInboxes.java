package org.mailroom.cases.process.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;

/** Gives the form its choice of inboxes: all but the one in which the case is. */
@Component
class OfferInboxes implements TaskListener {

    private final CaseRows rows;
    private final Inboxes inboxes;
    private final ObjectMapper json;

    OfferInboxes(CaseRows rows, Inboxes inboxes, ObjectMapper json) {
        this.rows = rows;
        this.inboxes = inboxes;
        this.json = json;
    }

    @Override
    public void notify(DelegateTask task) {
        InboxKey here = rows.get(CaseFacts.numberOf(task.getExecution())).inbox();
        List<Map<String, String>> choices = inboxes.all().stream()
                .filter(inbox -> !inbox.key().equals(here))
                .map(inbox -> Map.of("value", inbox.key().value(), "label", inbox.name()))
                .toList();
        task.setVariableLocal(
                CaseModel.INBOXES, SpinValues.jsonValue(written(choices)).create());
    }

    private String written(List<Map<String, String>> choices) {
        try {
            return json.writeValueAsString(choices);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can always be written as JSON", impossible);
        }
    }
}
