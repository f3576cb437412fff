package org.mailroom.cases.process;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a job that failed which step it was and what went wrong, without the words of a customer that a failure may quote. */
@Component
public class FailedSteps {

    private static final Pattern CLASS =
            Pattern.compile("(?m)^(?:Caused by: )?([a-zA-Z_$][\\w$]*(?:\\.[\\w$]+)+)(?=:|\\s*$)");

    private final ManagementService management;
    private final RepositoryService repository;
    private final EngineCalls engine;

    FailedSteps(ManagementService management, RepositoryService repository, EngineCalls engine) {
        this.management = management;
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * What failed.
     *
     * @param step the name of the step in its model, or its id if it has no name
     * @param cause the class of the failure at the bottom of it, without its package
     */
    public record Failure(String step, String cause) {}

    /** Returns what is known of the job; of one that is gone that is nothing. */
    public Failure failure(String jobId) {
        return engine.ask(null, () -> {
            Job job = management.createJobQuery().jobId(jobId).singleResult();
            return job == null
                    ? new Failure(jobId, "?")
                    : new Failure(step(job), cause(management.getJobExceptionStacktrace(jobId)));
        });
    }

    private String step(Job job) {
        JobDefinition definition = job.getJobDefinitionId() == null
                ? null
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult();
        if (definition == null) {
            return job.getId();
        }
        ModelElementInstance element = repository
                .getBpmnModelInstance(definition.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null || name.isBlank() ? definition.getActivityId() : name;
    }

    /** The last class that the stack trace names as a cause. */
    static String cause(@Nullable String stackTrace) {
        List<String> classes = CLASS.matcher(stackTrace == null ? "" : stackTrace)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        String last = classes.isEmpty() ? "?" : classes.get(classes.size() - 1);
        return last.substring(last.lastIndexOf('.') + 1);
    }
}
