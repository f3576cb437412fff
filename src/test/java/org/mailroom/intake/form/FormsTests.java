package org.mailroom.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.Eml;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;

class FormsTests {

    private static final List<FormProfile> SHIPPED = ShippedProfiles.read(new ObjectMapper());
    private static final String FIELDS = "Nombre: Ana\nEmail: ana@customer.example\nMensaje: Hola";

    record Example(String title, String from, String subject, String profile, String text, Map<String, String> fields) {

        static Example of(String record) {
            String[] head = Arrays.stream(
                            record.lines().findFirst().orElseThrow().split("\\|"))
                    .map(String::strip)
                    .toArray(String[]::new);
            List<String> rest = record.lines().skip(1).toList();
            Map<String, String> fields = new LinkedHashMap<>();
            rest.stream()
                    .filter(line -> line.startsWith("=> "))
                    .forEach(line -> fields.put(
                            line.substring(3, line.indexOf('=', 3)),
                            line.substring(line.indexOf('=', 3) + 1).replace("\\n", "\n")));
            String text = String.join(
                    "\n", rest.stream().filter(line -> !line.startsWith("=> ")).toList());
            return new Example(head[0], head[1], head[2], head[3], text, fields);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void whatSomebodyEnteredIsRead(Example example) {
        Form form = Forms.of(mail(example.from, example.subject, "X-Nothing: 1", example.text), SHIPPED)
                .orElseThrow();

        assertThat(form.isUnderstood()).isTrue();
        assertThat(form.profile()).isEqualTo(example.profile);
        assertThat(form.fields()).containsAllEntriesOf(example.fields);
    }

    @Test
    void onlyATrustedGatewaySaysWhoTheRequesterIs() {
        assertThat(Forms.of(mail("x@fotocasa.es", "Nuevo mensaje", "X: 1", FIELDS), SHIPPED))
                .map(Form::requester)
                .contains(new EmailAddress("ana@customer.example", "Ana"));
        assertThat(Forms.of(mail("x@stranger.example", "Nuevo mensaje", "X: 1", FIELDS), SHIPPED))
                .hasValueSatisfying(form -> assertThat(form.requester()).isNull());
        assertThat(Forms.of(mail("x@fotocasa.es.stranger.example", "Nuevo mensaje", "X: 1", FIELDS), SHIPPED))
                .hasValueSatisfying(form -> assertThat(form.requester()).isNull());
        assertThat(Forms.of(mail("x@notfotocasa.es", "Nuevo mensaje", "X: 1", FIELDS), SHIPPED))
                .hasValueSatisfying(form -> assertThat(form.requester()).isNull());
    }

    @Test
    void aKnownGatewaysMailThatCannotBeReadIsSaidToBe() {
        Form form = Forms.of(mail("x@fotocasa.es", "Nuevo mensaje", "X: 1", "Your month in figures"), SHIPPED)
                .orElseThrow();

        assertThat(form.isUnderstood()).isFalse();
        assertThat(form.fields()).isEmpty();
        assertThat(form.requester()).isNull();
        assertThat(form.evidence()).contains("not understood").doesNotContain("month");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello,\n\nthe printer burns.\n\nRegards\nJane\nPhone: 1\nEmail: jane@customer.example",
                "From: Jane <jane@customer.example>\nDate: 3 March\nTo: you\nSubject: x\n\nHi",
                "Note: call me.\nTime: 10:15\nhttps://shop.example: here",
                "Message: hi",
                "Name: Jane\nMessage: no way to answer",
                "",
            })
    void mailWithALabelHereAndThereIsNoForm(String text) {
        assertThat(Forms.of(mail("jane@customer.example", "Printer", "X: 1", text), SHIPPED))
                .isEmpty();
    }

    @Test
    void anAnswerToAFormIsNone() {
        assertThat(Forms.of(
                        mail("ana@customer.example", "Re: Nuevo mensaje", "In-Reply-To: <x@y.example>", FIELDS),
                        SHIPPED))
                .isEmpty();
    }

    @Test
    void anAdminsProfileIsReadLikeAnyOther() {
        FormProfile own = new FormProfile(
                "own",
                "Our form",
                List.of("form@shop.example"),
                List.of("form@shop.example"),
                List.of(),
                List.of("stop"),
                Map.of("email", Map.of("en", List.of("Reach me at")), "message", Map.of("en", List.of("Tell us"))));

        Form form = Forms.of(
                        mail(
                                "form@shop.example",
                                "x",
                                "X: 1",
                                "REACH  ME AT: a@customer.example\nTell us: yes\nno\nSTOP here\nx"),
                        List.of(own))
                .orElseThrow();

        assertThat(form.requester()).isEqualTo(EmailAddress.of("a@customer.example"));
        assertThat(form.get("message")).isEqualTo("yes\nno");
        assertThat(form.get("phone")).isEmpty();
    }

    @Test
    void aProfileThatCannotWorkIsRefused() {
        Map<String, Map<String, List<String>>> labels = Map.of("email", Map.of(), "name", Map.of());

        assertThatThrownBy(() -> new FormProfile("Bad Key", "x", List.of(), List.of(), List.of(), List.of(), labels))
                .hasMessageContaining("Bad Key");
        assertThatThrownBy(
                        () -> new FormProfile("x", "x", List.of(), List.of("y.example"), List.of(), List.of(), labels))
                .hasMessageContaining("trusted");
        assertThatThrownBy(() -> new FormProfile("x", "x", List.of(), List.of(), List.of(), List.of(), Map.of()))
                .hasMessageContaining("labels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name: x\n",
                "Email:\n",
                "a: b\n",
                "-----\n",
                ":",
                "\t",
                "\n",
                " ",
                "Message\n",
                "*",
                "Name(",
                "x@y.example "
            })
    void hostileFormsAreReadSoon(String part) {
        String text = part.repeat(1_000_000 / part.length());

        assertThat(Forms.of(mail("x@fotocasa.es", "x", "X: 1", text), SHIPPED)).isPresent();
        assertThat(Forms.of(mail("x@fotocasa.es", "x", "X: 1", FIELDS + "\n" + text), SHIPPED))
                .isPresent();
    }

    static Stream<Example> examples() throws IOException {
        try (InputStream file = FormsTests.class.getResourceAsStream("/mail/form-mails.txt")) {
            String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^##### "))
                    .filter(record -> !record.isBlank())
                    .map(Example::of);
        }
    }

    private static ReadMail mail(String from, String subject, String field, String text) {
        byte[] raw = Eml.of(
                "From: " + from,
                "To: support@mailroom.localhost",
                "Subject: =?UTF-8?B?" + base64(subject) + "?=",
                field,
                "Content-Type: " + (text.startsWith("<html>") ? "text/html" : "text/plain") + "; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                base64(text));
        return new MailReader().read(new MessageId("kept@example.org"), raw, address -> false);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
