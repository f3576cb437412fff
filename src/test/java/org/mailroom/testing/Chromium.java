package org.mailroom.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The Chromium of this machine. Where there is none, the tests that need it say so and are skipped, unless the environment
 * variable {@code MAILROOM_REQUIRE_BROWSER} is {@code true}: then they fail.
 */
public final class Chromium implements CloseableResource {

    /** Where the people at the browsers are. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** In milliseconds. The first page of each application is slow on a busy machine. */
    private static final int PATIENCE = 300_000;

    private final Playwright playwright;
    private final Browser browser;
    private final Trail trail = new Trail();

    Chromium() {
        Optional<Path> program = program();
        if (program.isEmpty() && "true".equals(System.getenv("MAILROOM_REQUIRE_BROWSER"))) {
            throw new IllegalStateException("There is no Chromium here, but it is required");
        }
        assumeTrue(program.isPresent(), "There is no Chromium here, so nothing was tried in a browser");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(List.of("--no-sandbox")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    public Browser browser() {
        return browser;
    }

    /**
     * The page at this address as a person has it before him who has just logged in, in a browser of his own. It does not scroll
     * smoothly: a test has no eyes to wait until a page has come to rest.
     */
    public Page enter(String address, String person) {
        BrowserContext itsOwn = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1500, 1000)
                .setLocale("en")
                .setTimezoneId(ZONE.getId())
                .setReducedMotion(ReducedMotion.REDUCE));
        trail.follow(itsOwn);
        Page page = itsOwn.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate(address);
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", person);
        page.click("button[type=submit]");
        return page;
    }

    /** Leaves the browser as if it had just been opened, for the next who sits down at it. */
    void closePages() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        trail.forget();
    }

    /** What was done in the browser by now, for whoever has to find out why the test failed. */
    String tell(String test) {
        return trail.tell(browser.contexts(), test);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
