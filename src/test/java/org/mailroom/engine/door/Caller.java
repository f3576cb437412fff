package org.mailroom.engine.door;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.mailroom.access.Visitor;

/** Somebody who calls the engine, by its REST interface or as its web applications do. Everybody's password is their id. */
final class Caller {

    private static final String JSON = "application/json";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String house;
    private final String engine;
    private final String header;
    private final String proof;

    private Caller(int port, String authorization) {
        house = "http://localhost:" + port;
        engine = "/engine-rest";
        header = "Authorization";
        proof = authorization;
    }

    private Caller(String person, int port) {
        house = "http://localhost:" + port;
        engine = "/camunda/api/engine/engine/default";
        header = "X-XSRF-TOKEN";
        proof = logIn(person);
    }

    /** Logs in with each call. */
    static Caller program(int port, String person) {
        return new Caller(port, basic(person));
    }

    static Caller withToken(int port, String token) {
        return new Caller(port, "Bearer " + token);
    }

    /** Has a session, and calls the engine as its web applications do. */
    static Caller browser(int port, String person) {
        return new Caller(person, port);
    }

    /** @param path behind the place of the engine */
    HttpResponse<String> call(String method, String path, String body) {
        return call(method, path, JSON, body);
    }

    HttpResponse<String> call(String method, String path, String type, String body) {
        return at(method, engine + path, type, body);
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, "");
    }

    /** @param path from the root */
    HttpResponse<String> at(String method, String path, String type, String body) {
        return send(HttpRequest.newBuilder(URI.create(house + path))
                .header(header, proof)
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private String logIn(String person) {
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(house + "/login")));
        String form = "username=" + person + "&password=" + person + "&_csrf="
                + URLEncoder.encode(Visitor.tokenIn(page), StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(URI.create(house + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return send(HttpRequest.newBuilder(URI.create(house + "/camunda/app/welcome/default/")))
                .headers()
                .firstValue("X-XSRF-TOKEN")
                .orElseThrow();
    }

    private static String basic(String person) {
        byte[] login = (person + ":" + person).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
