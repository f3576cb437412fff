package org.mailroom.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What became of all that was sent by a browser in a test: said where the test fails, as nobody sat before it. */
final class Trail {

    private static final Path PICTURES = Path.of("target", "failed-in-browser");

    private final List<String> sent = new ArrayList<>();

    void follow(BrowserContext person) {
        person.onResponse(this::note);
        person.onRequestFailed(this::note);
    }

    void forget() {
        sent.clear();
    }

    /** All that was sent, and where the pages are now, of which a picture is left in {@code target/failed-in-browser}. */
    String tell(List<BrowserContext> people, String test) {
        List<Page> pages =
                people.stream().flatMap(person -> person.pages().stream()).toList();
        for (int i = 0; i < pages.size(); i++) {
            takePicture(pages.get(i), test + "-" + i + ".png");
        }
        return "sent " + sent + ", shown " + pages.stream().map(Trail::shown).toList();
    }

    private void note(Response answer) {
        if (isSending(answer.request())) {
            sent.add(what(answer.request()) + " " + answer.status());
        }
    }

    private void note(Request request) {
        if (isSending(request)) {
            sent.add(what(request) + " " + request.failure());
        }
    }

    /** What Tasklist asks for by POST is no step of a person. */
    private static boolean isSending(Request request) {
        return !request.method().equals("GET") && !request.url().contains("/engine/");
    }

    private static String what(Request request) {
        return request.method() + " " + request.url().replaceFirst("^https?://[^/]+", "");
    }

    private static String shown(Page page) {
        return page.frames().stream().map(Frame::url).collect(Collectors.joining(" with "));
    }

    private static void takePicture(Page page, String name) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
        } catch (PlaywrightException busy) {
            System.err.println("No picture of the page: " + busy.getMessage());
        }
    }
}
