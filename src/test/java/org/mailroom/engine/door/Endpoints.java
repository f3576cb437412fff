package org.mailroom.engine.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Every endpoint of the engine's REST interface, as its OpenAPI description lists them. */
final class Endpoints {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "options", "head", "patch");

    private Endpoints() {}

    /** @param path with names in braces for its variable parts */
    record Endpoint(String method, String path) {

        /** The path with the same text in every variable part. */
        String filled(String text) {
            return path.replaceAll("\\{[^}]+}", text);
        }

        EngineCall call(String text) {
            return new EngineCall(method.equals("OPTIONS") ? "GET" : method, filled(text));
        }
    }

    /** By path, and for one path by method. */
    static List<Endpoint> all() {
        try (InputStream file = Objects.requireNonNull(Endpoints.class.getResourceAsStream("/openapi.json"))) {
            List<Endpoint> all = new ArrayList<>();
            new ObjectMapper()
                    .readTree(file)
                    .path("paths")
                    .fields()
                    .forEachRemaining(entry -> add(all, entry.getKey(), entry.getValue()));
            all.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
            return all;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void add(List<Endpoint> all, String path, JsonNode methods) {
        methods.fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method)) {
                all.add(new Endpoint(method.toUpperCase(Locale.ROOT), path));
            }
        });
    }
}
