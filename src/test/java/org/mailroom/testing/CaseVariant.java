package org.mailroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The shipped model of a case as an analyst changed it, and its forms: each change replaces a text that is there. It holds for
 * the cases that come in from its deployment until its end.
 */
public final class CaseVariant implements AutoCloseable {

    private final Map<String, String> files = new LinkedHashMap<>();
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private String deployment;

    public CaseVariant(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
        files.put("case.bpmn", shipped("processes/case.bpmn"));
        files.put("handleCase.form", shipped("forms/handleCase.form"));
        files.put("forwardCase.form", shipped("forms/forwardCase.form"));
    }

    public CaseVariant change(String file, String from, String to) {
        Assertions.assertThat(files.get(file)).contains(from);
        files.computeIfPresent(file, (name, text) -> text.replace(from, to));
        return this;
    }

    /** A form with these components, as JSON without the brackets around them. */
    public CaseVariant form(String id, String components) {
        files.put(
                id + ".form",
                """
                {"id":"%s","type":"default","schemaVersion":16,"executionPlatform":"Camunda Platform",
                 "executionPlatformVersion":"7.24.0","components":[%s]}
                """
                        .formatted(id, components));
        return this;
    }

    /** A completed case is approved by this group before it is closed. */
    public CaseVariant approvalBeforeClosing(String group, String form) {
        return change(
                        "case.bpmn",
                        "sourceRef=\"outcome\" targetRef=\"completeCase\"",
                        "sourceRef=\"outcome\" targetRef=\"approve\"")
                .change(
                        "case.bpmn",
                        "<serviceTask id=\"completeCase\"",
                        userTask("approve", "Approve the refund", group, form)
                                + "<sequenceFlow id=\"approved\" sourceRef=\"approve\" targetRef=\"completeCase\"/>"
                                + "<serviceTask id=\"completeCase\"");
    }

    /** While a case is handled, this group approves something beside it. */
    public CaseVariant approvalBesideHandling(String group, String form) {
        return change(
                "case.bpmn",
                "<exclusiveGateway id=\"toForward\"",
                userTask("approve", "Approve the refund", group, form)
                        + "<endEvent id=\"approvalSettled\"/>"
                        + "<sequenceFlow id=\"toApprove\" sourceRef=\"inHand\" targetRef=\"approve\"/>"
                        + "<sequenceFlow id=\"approved\" sourceRef=\"approve\" targetRef=\"approvalSettled\"/>"
                        + "<exclusiveGateway id=\"toForward\"");
    }

    public CaseVariant deploy() {
        var building = repository.createDeployment().name("variant");
        files.forEach(building::addString);
        deployment = building.deploy().getId();
        return this;
    }

    /** The shipped model is the newest again, and the cases of this one are gone from the desk. */
    @Override
    public void close() {
        if (deployment == null) {
            return;
        }
        jdbc.sql(
                        """
                        update cases set state = 'CLOSED', outcome = 'CANCELLED' where process_instance_id in (
                            select execution.proc_inst_id_ from act_ru_execution execution
                            join act_re_procdef model on model.id_ = execution.proc_def_id_
                            where model.deployment_id_ = :deployment)
                        """)
                .param("deployment", deployment)
                .update();
        repository.deleteDeployment(deployment, true);
    }

    private static String userTask(String id, String name, String group, String form) {
        return "<userTask id=\"%s\" name=\"%s\" camunda:candidateGroups=\"%s\" camunda:formRef=\"%s\" camunda:formRefBinding=\"latest\"/>"
                .formatted(id, name, group, form);
    }

    private static String shipped(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
