package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormFileTests {

    @Test
    void aFormIsReadWithItsKeysAndChoices() {
        var form = read(
                """
                {"id": "ask", "components": [{"type": "group", "components": [
                  {"key": "outcome", "values": [{"value": "yes"}, {"value": "no"}]}]}, {"key": "note"}, {"text": "no key"}]}""");

        assertThat(form.problems()).isEmpty();
        assertThat(form.keys()).containsExactly("outcome", "note");
        assertThat(form.choices("outcome")).containsExactly("no", "yes");
        assertThat(form.choices("note")).isEmpty();
    }

    @Test
    void whatIsNoFormIsSaidWithItsPlace() {
        assertThat(read(" ").problems()).containsExactly("the file is empty; save it again, or delete it");
        assertThat(read("{\n\"id\": }").problems())
                .singleElement()
                .asString()
                .startsWith("is not JSON: ")
                .contains("(line 2, column ");
        assertThat(read("{\"id\": \"ask\"}").problems())
                .containsExactly("is no form: it has no list of components; save it again from Modeler");
        assertThat(read("{\"id\": \"other\", \"components\": []}").problems())
                .containsExactly("its id is other, but must be that of the file, ask");
    }

    private static FormFile read(String json) {
        return FormFile.read(new ModelFile("ask.form", json.getBytes(StandardCharsets.UTF_8)));
    }
}
