package org.mailroom.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Says to a program why it was turned away, as problem details (RFC 9457). */
final class Refusal {

    private Refusal() {}

    /** @param detail a sentence of ours, without a quotation mark or a backslash */
    static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        String problem = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
    }
}
