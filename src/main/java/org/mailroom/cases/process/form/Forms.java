package org.mailroom.cases.process.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deployed forms, by the reference that a user task has to them: its latest version, a certain one, or that of its deployment. */
@Component
public class Forms {

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;

    Forms(ProcessEngineConfigurationImpl engine, RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    /**
     * The form of a task.
     *
     * @param reference null if the task has no Camunda Form
     * @param processDefinition id of the process that the task belongs to
     */
    public Optional<Form> find(@Nullable CamundaFormRef reference, String processDefinition) {
        return reference == null || reference.getKey() == null
                ? Optional.empty()
                : reading(context -> read(reference, processDefinition, context));
    }

    /** The form of a user task as the model names it, for a case that is not at this task now. */
    public Optional<Form> ofModel(String processDefinition, String userTask) {
        return reading(
                context -> repository.getBpmnModelInstance(processDefinition).getModelElementById(userTask)
                                instanceof UserTask task
                        ? read(reference(task), processDefinition, context)
                        : Optional.<Form>empty());
    }

    private static CamundaFormRef reference(UserTask task) {
        var reference = new CamundaFormRefImpl(task.getCamundaFormRef(), task.getCamundaFormRefBinding());
        String version = task.getCamundaFormRefVersion();
        if (version != null && version.matches("\\d{1,9}")) {
            reference.setVersion(Integer.valueOf(version));
        }
        return reference;
    }

    /** Asked within the command that runs: an error of a command of its own would end the transaction. */
    private Optional<Form> read(CamundaFormRef reference, String processDefinition, CommandContext context) {
        String deployment = repository.getProcessDefinition(processDefinition).getDeploymentId();
        try {
            return Optional.ofNullable(new GetCamundaFormDefinitionCmd(reference, deployment).execute(context))
                    .map(this::read);
        } catch (NotFoundException missing) {
            return Optional.empty();
        }
    }

    private Form read(CamundaFormDefinition found) {
        try (InputStream file = repository.getResourceAsStream(found.getDeploymentId(), found.getResourceName())) {
            return FormReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whoever completes a task may not be allowed to read deployments; their form is read all the same. */
    private Optional<Form> reading(Command<Optional<Form>> reading) {
        Command<Optional<Form>> unchecked = context -> context.runWithoutAuthorization(() -> reading.execute(context));
        return engine.getCommandExecutorTxRequired().execute(unchecked);
    }
}
