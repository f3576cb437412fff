package org.mailroom.access;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Paths as rules name them, whichever of the servlets (ours or the engine's) answers behind them. */
final class Paths {

    private Paths() {}

    static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    /** To look at what is there: HEAD and OPTIONS (RFC 9110) tell of it too, so they are open to whom GET is. */
    static RequestMatcher reading(String... patterns) {
        return new OrRequestMatcher(Stream.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                .flatMap(method -> Arrays.stream(patterns).map(pattern -> paths(method, pattern)))
                .toList());
    }

    static RequestMatcher paths(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
