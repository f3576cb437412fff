package org.mailroom.engine.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What somebody asks of the engine, written in one way however the path was written.
 *
 * @param method GET for HEAD and OPTIONS too, which tell no more than GET does
 * @param path as {@code calls.txt} writes it, without a slash at the end
 */
record EngineCall(String method, String path) {

    private static final List<String> ENGINES =
            List.of("/engine-rest/engine/default", "/camunda/api/engine/engine/default");
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl};\\\\%]|//|/\\.\\.?(/|$)");

    /** @throws Refused if the path or the query has something in it that two readers could read in two ways */
    static EngineCall of(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        if (ODD.matcher(path).find() || !path.equals(decoded(raw)) || hasNul(request.getQueryString())) {
            throw new Refused(HttpStatus.BAD_REQUEST, "door.path");
        }
        return new EngineCall(reading(request.getMethod()), inOneWay(path));
    }

    /** The parts of the path, without the empty one before the first slash. */
    List<String> parts() {
        return List.of(path.substring(1).split("/"));
    }

    private static String reading(String method) {
        return method.equals("HEAD") || method.equals("OPTIONS") ? "GET" : method;
    }

    private static String inOneWay(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        for (String engine : ENGINES) {
            if (plain.startsWith(engine + "/")) {
                return plain.substring(engine.length());
            }
        }
        if (plain.equals("/camunda/api/engine/engine")) {
            return "/engine";
        }
        return plain.startsWith("/engine-rest/") ? plain.substring("/engine-rest".length()) : plain;
    }

    private static boolean hasNul(@Nullable String query) {
        return query != null && decoded(query).indexOf('\0') >= 0;
    }

    /** A plus sign stays one, as in a path. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw new Refused(HttpStatus.BAD_REQUEST, "door.path");
        }
    }
}
