package org.mailroom.engine.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;

/**
 * Says why a call was refused, as problem details (RFC 9457). The engine's web applications read the field {@code message},
 * as in the engine's own answers, so the sentence is there too.
 */
class Refusals {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    void write(HttpServletResponse response, Refused refused, Locale locale) throws IOException {
        String sentence = messages.getMessage(refused.sentence(), refused.words(), locale);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", refused.status().getReasonPhrase());
        problem.put("status", refused.status().value());
        problem.put("detail", sentence);
        problem.put("message", sentence);
        response.setStatus(refused.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
