package org.mailroom.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sign-in service (OAuth 2.0) that answers what a test wants it to. */
public final class SignInServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile String elsewhere = "";

    public SignInServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::answer);
        server.start();
    }

    public String tokenEndpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    /** From now on it gives this token. */
    public void gives(String token, int seconds) {
        status = 200;
        answer = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}".formatted(token, seconds);
    }

    /** From now on it gives this token, and takes only this refresh token the next time. */
    public void gives(String token, int seconds, String refreshToken) {
        status = 200;
        answer = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"refresh_token\":\"%s\"}"
                .formatted(token, seconds, refreshToken);
    }

    public void refuses(String error, String description) {
        status = 400;
        answer = "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description);
    }

    /** As it does when it is out of order itself. */
    public void fails() {
        status = 503;
        answer = "<html>Out of order</html>";
    }

    /** From now on it sends everybody to another address, with what they brought. */
    public void redirects(String to) {
        status = 307;
        answer = "";
        elsewhere = to;
    }

    /** The bodies of all requests. */
    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", status == 503 ? "text/html" : "application/json");
        if (status == 307) {
            exchange.getResponseHeaders().set("Location", elsewhere);
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
