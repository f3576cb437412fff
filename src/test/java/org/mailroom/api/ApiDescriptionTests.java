package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.access.tokens.ApiTokens;
import org.mailroom.access.tokens.Scope;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the HTTP interface says what the interface does. */
@MailroomTest
class ApiDescriptionTests {

    private static final Pattern CALL = Pattern.compile("(?m)^\\| `([A-Z]+) (/api/[^`?]*)");

    @Autowired
    MockMvc mvc;

    @Autowired
    ApiTokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyCallThatExistsIsDescribedAndNoneBesides() throws Exception {
        assertThat(described()).isEqualTo(mapped()).isNotEmpty();
    }

    @Test
    void everyCallOfTheDocumentationIsDescribedAndNoneBesides() throws Exception {
        Set<String> documented = CALL.matcher(Files.readString(Path.of("docs/api.md")))
                .results()
                .map(call -> call.group(1) + " " + call.group(2).replace("/ID", "/{id}"))
                .filter(call -> !call.endsWith("/api/openapi"))
                .collect(Collectors.toSet());

        assertThat(described()).isEqualTo(documented);
    }

    @Test
    void everyRefusalIsDescribedAsAProblem() throws Exception {
        assertThat(operations(description())).allSatisfy(operation -> {
            assertThat(operation.at("/summary").asText()).isNotEmpty();
            JsonNode answers = operation.get("responses");
            assertThat(answers.fieldNames()).toIterable().contains("401", "403", "503");
            answers.fields().forEachRemaining(answer -> {
                if (answer.getKey().compareTo("400") >= 0) {
                    assertThat(answer.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .isEqualTo("#/components/schemas/Problem");
                }
            });
        });
        assertThat(description().at("/components/schemas/Problem/properties").fieldNames())
                .toIterable()
                .contains("type", "title", "status", "detail", "field");
    }

    @Test
    void eachCallSaysWhatElseItMayAnswer() throws Exception {
        assertThat(answers("post", "/api/mail")).contains("200", "202", "400", "404", "413", "415");
        assertThat(answers("post", "/api/mail/read")).contains("200", "400", "413", "415");
        assertThat(answers("get", "/api/received-mails")).contains("200", "400");
        assertThat(answers("get", "/api/received-mails/{id}/raw")).contains("200", "404");
        assertThat(answers("post", "/api/received-mails/{id}/reprocess")).contains("202", "404", "409");
    }

    @Test
    void aMailIsSentAsWhatItIs() throws Exception {
        assertThat(operation("post", "/api/mail").at("/requestBody/content").fieldNames())
                .toIterable()
                .containsExactly("message/rfc822");
        assertThat(operation("get", "/api/received-mails/{id}/raw")
                        .at("/responses/200/content")
                        .fieldNames())
                .toIterable()
                .containsExactly("message/rfc822");
    }

    @Test
    void answersAreDescribedInTheWordsThatTheyUse() throws Exception {
        JsonNode schemas = description().at("/components/schemas");

        assertThat(schemas.at("/ReadingAnswer/properties").fieldNames())
                .toIterable()
                .contains("new_text", "sender_authentication", "in_reply_to");
        assertThat(schemas.at("/ReceivedMailId/properties").fieldNames())
                .toIterable()
                .containsExactly("received_mail");
    }

    @Test
    void whoMayUseTheInterfaceMayReadItsDescriptionAndNobodyElse() throws Exception {
        String token = tokens.make("description " + UUID.randomUUID(), Set.of(Scope.METRICS), "admin", null);

        mvc.perform(get("/api/openapi").header("Authorization", "Bearer " + token))
                .andExpect(status().isOk());
        mvc.perform(get("/api/openapi")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/openapi.yaml")).andExpect(status().isUnauthorized());
        mvc.perform(get("/swagger-ui/index.html").with(httpBasic("support-agent", "support-agent")))
                .andExpect(status().isFound());
    }

    private Set<String> mapped() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(handler -> handler.getValue().getBeanType().getPackage().equals(Problem.class.getPackage()))
                .flatMap(handler -> calls(handler.getKey()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                .map(method -> method + " " + path));
    }

    private Set<String> described() throws Exception {
        return description().get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(call -> call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> operations(JsonNode description) {
        return description.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream())
                .map(call -> call.getValue())
                .toList();
    }

    private JsonNode operation(String method, String path) throws Exception {
        return description().get("paths").get(path).get(method);
    }

    private List<String> answers(String method, String path) throws Exception {
        return operation(method, path).get("responses").properties().stream()
                .map(answer -> answer.getKey())
                .toList();
    }

    private JsonNode description() throws Exception {
        String written = mvc.perform(get("/api/openapi").with(httpBasic("support-agent", "support-agent")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return new ObjectMapper().readTree(written);
    }
}
