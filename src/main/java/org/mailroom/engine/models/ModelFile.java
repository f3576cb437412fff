package org.mailroom.engine.models;

import static org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer.BPMN_RESOURCE_SUFFIXES;
import static org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES;
import static org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A model or form as it lies in its folder or comes in a deployment. What it is the engine tells by its name, and so do we.
 *
 * @param name the name of the engine's resource; of a file in a folder its file name, wherever the folder lies
 */
record ModelFile(String name, byte[] bytes) {

    boolean isProcess() {
        return isOne(BPMN_RESOURCE_SUFFIXES);
    }

    boolean isDecision() {
        return isOne(DMN_RESOURCE_SUFFIXES);
    }

    boolean isForm() {
        return isOne(FORM_RESOURCE_SUFFIXES);
    }

    /** The file name without its ending. */
    String stem() {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    }

    /** Whether an attribute of it has this value. */
    boolean mentions(String value) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.contains('"' + value + '"') || text.contains("'" + value + "'");
    }

    private boolean isOne(String... endings) {
        return Arrays.stream(endings).anyMatch(name::endsWith);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelFile that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }
}
