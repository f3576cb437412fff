package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneFileForEachIdTests {

    @Test
    void twoFilesWithOneFormAreRefusedWithBothNames() {
        assertThat(sentences(form("one.form", "one"), form("copy.form", "one"), form("two.form", "two")))
                .containsExactly(
                        "one.form and copy.form: both have the form one; if one is a copy, delete it or give it an"
                                + " id of its own");
    }

    @Test
    void twoFilesWithOneNameAreRefusedWhateverTheyDefine() {
        assertThat(sentences(form("one.form", "one"), form("one.form", "two")))
                .containsExactly("one.form: two folders have a file with this name; delete or rename one of them");
    }

    @Test
    void aProcessMayHaveTheIdOfAForm() {
        var process = file(
                "one.bpmn",
                """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>
                  <process id='one' isExecutable='true'/>
                </definitions>""");

        assertThat(sentences(form("one.form", "one"), process)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsLeftToTheOtherChecks() {
        assertThat(sentences(file("one.bpmn", "no model"), file("two.bpmn", "no model"), file("one.form", "{")))
                .isEmpty();
    }

    private static List<String> sentences(ModelFile... files) {
        return OneFileForEachId.findings(List.of(files)).map(Finding::sentence).toList();
    }

    private static ModelFile form(String name, String id) {
        return file(name, "{\"id\": \"%s\", \"components\": []}".formatted(id));
    }

    private static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
