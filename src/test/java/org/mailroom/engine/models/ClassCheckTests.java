package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class ClassCheckTests {

    @Test
    void aClassIsRefusedWhereverItIsNamed() {
        assertThat(
                        refusals(
                                new ClassCheck(),
                                """
                        <process id='p'>
                          <serviceTask id='s' camunda:class='java.lang.Object'/>
                          <userTask id='u'><extensionElements>
                            <camunda:taskListener event='create' class='java.lang.Thread'/></extensionElements></userTask>
                          <callActivity id='c' camunda:variableMappingClass='java.lang.String'/>
                        </process>
                        """))
                .hasSize(3)
                .anyMatch(sentence ->
                        sentence.startsWith("A model may not contain the class java.lang.Object, but s does"))
                .anyMatch(sentence ->
                        sentence.startsWith("A model may not contain the class java.lang.Thread, but u does"))
                .anyMatch(sentence ->
                        sentence.startsWith("A model may not contain the class java.lang.String, but c does"));
    }

    @Test
    void aMailTaskAShellTaskAConnectorAndAValidatorAreRefused() {
        assertThat(
                        refusals(
                                new ClassCheck(),
                                """
                        <process id='p'>
                          <serviceTask id='m' camunda:type='Mail'/>
                          <serviceTask id='s' camunda:type='shell'/>
                          <serviceTask id='e' camunda:type='external' camunda:topic='x'/>
                          <serviceTask id='c'><extensionElements><camunda:connector/></extensionElements></serviceTask>
                          <userTask id='u'><extensionElements><camunda:formData><camunda:formField id='f' type='string'>
                            <camunda:validation><camunda:constraint name='validator' config='x'/></camunda:validation>
                          </camunda:formField></camunda:formData></extensionElements></userTask>
                        </process>
                        """))
                .hasSize(4)
                .anyMatch(sentence -> sentence.contains("a mail task, but m does"))
                .anyMatch(sentence -> sentence.contains("a shell task, but s does"))
                .anyMatch(sentence -> sentence.contains("a connector, but c does"))
                .anyMatch(sentence -> sentence.contains("a validator class, but u does"));
    }
}
