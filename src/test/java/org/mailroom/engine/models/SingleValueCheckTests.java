package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleValueCheckTests {

    @Test
    void aFieldThatGivesAListIsRefusedWithItsFileLabelAndKey() {
        assertThat(refusals("{'type': 'checklist', 'label': 'Topics', 'key': 'topics'}"))
                .containsExactly(
                        "ask.form: the field Topics (topics) is a checklist, whose answer is a list, and tasks only"
                                + " take single values; use single checkboxes instead");
        assertThat(refusals("{'type': 'taglist', 'key': 'topics'}"))
                .singleElement()
                .asString()
                .startsWith("ask.form: the field topics is a tag list, ");
    }

    @Test
    void aListOfGroupsAGroupThatGivesAnObjectAndAFileAreRefusedToo() {
        assertThat(refusals("{'type': 'dynamiclist', 'label': 'Items', 'path': 'items', 'components': []}"))
                .singleElement()
                .asString()
                .startsWith("ask.form: the field Items (items) is a dynamic list, ");
        assertThat(refusals("{'type': 'group', 'label': 'Address', 'path': 'address', 'components': []}"))
                .singleElement()
                .asString()
                .endsWith("remove its path");
        assertThat(refusals("{'type': 'filepicker', 'label': 'Bill', 'key': 'bill'}"))
                .singleElement()
                .asString()
                .startsWith("ask.form: the field Bill (bill) asks for a file");
    }

    @Test
    void aFieldInAGroupIsFoundAndEachIsNamed() {
        assertThat(refusals("{'type': 'group', 'components': [{'type': 'checklist', 'key': 'a'}]}, {'type':"
                        + " 'taglist', 'key': 'b'}"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "textfield",
                "textarea",
                "number",
                "checkbox",
                "radio",
                "select",
                "datetime",
                "text",
                "group",
                "button"
            })
    void everyOtherFieldIsTaken(String type) {
        assertThat(refusals("{'type': '%s', 'key': 'one'}".formatted(type))).isEmpty();
    }

    private static List<String> refusals(String components) {
        String form = "{'id': 'ask', 'components': [%s]}".formatted(components).replace('\'', '"');
        return FormFile.read(new ModelFile("ask.form", form.getBytes(StandardCharsets.UTF_8)))
                .refusals()
                .map(Finding::sentence)
                .toList();
    }
}
