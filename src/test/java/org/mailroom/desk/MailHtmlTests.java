package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseView;
import org.mailroom.message.EmailAddress;

class MailHtmlTests {

    @Test
    void aPictureThatCameWithTheMailIsShownFromUs() {
        assertThat(page("<img src='cid:logo@x' alt='Logo'>")).contains("src=\"pictures/3\"");
    }

    @Test
    void aPictureWithinAnAttachedMailIsNotTakenForOneOfTheMailItself() {
        assertThat(page("<img src='cid:inner@x' alt='Inner'>")).contains("<span>Inner</span>");
    }

    @Test
    void aPictureFromElsewhereIsNeverFetched() {
        String page =
                page("<img src='https://tracker.example/x.gif' srcset='https://tracker.example/y.gif 2x' alt='Shop'>");
        assertThat(page).doesNotContain("tracker.example").contains("<span>Shop</span>");
    }

    @Test
    void aPictureThatIsNotThereIsReplacedByItsWords() {
        assertThat(page("<img src='cid:unknown' alt='A cat'>")).contains("<span>A cat</span>");
    }

    @Test
    void aPictureWithinTheHtmlStays() {
        String picture = Base64.getEncoder().encodeToString(Pictures.png(2, 2));
        assertThat(page("<img src='data:image/png;base64," + picture + "'>"))
                .contains("src=\"data:image/png;base64," + picture + "\"");
    }

    @Test
    void aLinkOpensOutsideAndTellsNobodyWhereItWas() {
        assertThat(page("<a href='https://example.org'>there</a>"))
                .contains("target=\"_blank\"", "rel=\"noopener noreferrer nofollow\"");
    }

    @Test
    void whatCouldActIsLeftOutEvenIfItWasNotSanitised() {
        assertThat(page("<base href='https://evil.example/'><script>alert(1)</script><form action='x'></form>"
                        + "<iframe src='x'></iframe><meta http-equiv='refresh' content='0;url=https://evil.example'>"))
                .doesNotContain("<base", "<script", "<form", "<iframe", "evil.example");
    }

    @Test
    void aPictureFromElsewhereIsFetchedOverTlsOnceItWasAskedFor() {
        for (String source :
                List.of("https://shop.example/x.gif?a=1&amp;b=2", "HTTP://shop.example/x.gif", "//shop.example")) {
            assertThat(page("<img data-remote-src='" + source + "' alt='Shop'>", true))
                    .contains("src=\"https://shop.example")
                    .doesNotContain("<span>");
        }
    }

    @Test
    void whatIsNoAddressIsNotFetchedEither() {
        for (String source :
                List.of("javascript:alert(1)", "data:text/html,x", "https://", "ftp://a.example/x", "cid:unknown")) {
            assertThat(page("<img data-remote-src='" + source + "' alt='Shop'>", true))
                    .contains("<span>Shop</span>");
        }
    }

    @Test
    void aPictureThatWasNotSanitisedIsNotFetchedEvenIfItWasAskedFor() {
        assertThat(page("<img src='https://tracker.example/x.gif' alt='Shop'>", true))
                .doesNotContain("tracker.example");
    }

    @Test
    void aPictureWithinTheHtmlThatIsTooLargeToDrawIsReplacedByItsWords() {
        assertThat(page("<img alt='Bomb' src='data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(Pictures.png(50_000, 50_000)) + "'>"))
                .contains("<span>Bomb</span>");
    }

    private static String page(String html) {
        return page(html, false);
    }

    private static String page(String html, boolean remote) {
        return MailHtml.page(mail(html), remote);
    }

    private static CaseView.Mail mail(String html) {
        return new CaseView.Mail(
                1,
                Instant.EPOCH,
                true,
                "CUSTOMER",
                EmailAddress.of("carla@customer.example"),
                List.of(),
                List.of(),
                "Subject",
                "",
                "",
                html,
                null,
                List.of(
                        new CaseView.File(2, "i.png", "image/png", 10, false, "inner@x", "fwd.eml/i.png"),
                        new CaseView.File(3, "logo.png", "image/png", 10, true, "logo@x", "logo.png")),
                List.of(),
                null,
                null);
    }
}
