package org.mailroom.cases.process.guard;

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

/** A person at one of the engine's interfaces. The password of each is their name. */
final class EngineClient {

    /** By which way the engine is asked. */
    enum Way {
        REST,
        WEBAPP
    }

    /** What came back. */
    record Answer(int status, String body) {}

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String house;
    private final Way way;
    private final String login;

    EngineClient(int port, Way way, String person) {
        this.house = "http://localhost:" + port;
        this.way = way;
        this.login = way == Way.REST ? basic(person) : enter(person);
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer post(String path, String json) {
        return call("POST", path, json);
    }

    Answer put(String path, String json) {
        return call("PUT", path, json);
    }

    Answer delete(String path) {
        return call("DELETE", path, "");
    }

    Answer call(String method, String path, String json, String... headers) {
        String base = way == Way.REST ? "/engine-rest" : "/camunda/api/engine/engine/default";
        var request = HttpRequest.newBuilder(URI.create(house + base + path))
                .header(way == Way.REST ? "Authorization" : "X-XSRF-TOKEN", login)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        var answer = send(headers.length == 0 ? request : request.headers(headers));
        return new Answer(answer.statusCode(), answer.body());
    }

    private static String basic(String person) {
        byte[] login = (person + ":" + person).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    /** The token that Camunda's web applications want from whoever is logged in. */
    private String enter(String person) {
        String token = Visitor.tokenIn(send(HttpRequest.newBuilder(URI.create(house + "/login"))));
        String form = "username=" + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(URI.create(house + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return send(HttpRequest.newBuilder(URI.create(house + "/camunda/app/welcome/default/")))
                .headers()
                .firstValue("X-XSRF-TOKEN")
                .orElseThrow(() -> new AssertionError("Nobody entered as " + person));
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
