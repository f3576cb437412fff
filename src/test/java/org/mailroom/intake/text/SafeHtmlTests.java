package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"jAvAsCrIpT&colon;alert(1)\">x</a>",
                "<a href=\" &#14; javascript:alert(1)\">x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext><style><img src onerror=alert(1)></style></mtext></math>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=\"data:text/html,alert(1)\"></object>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<div style=\"background:url(https://evil.example/x)\">x</div>",
                "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
                "<form action=https://evil.example/><button>x</button></form>",
                "<table background=\"https://evil.example/x\"><tr><td>x</table>",
            })
    void nothingThatActsOrLoadsIsLeft(String html) {
        assertThat(SafeHtml.of(html).html().replace("&lt;", ""))
                .doesNotContainPattern("(?i)<(script|svg|math|iframe|object|base|meta|link|form|button|style)")
                .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|src|srcdoc|background|action|data)=")
                .doesNotContainPattern("(?i)href=\"\\s*j");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/x.png", "HTTP://evil.example/x.png", "//evil.example/x.png"})
    void anImageOnTheWebIsNotLoadedButItsAddressIsKept(String address) {
        assertThat(SafeHtml.of("<img src=\"" + address + "\" alt=x>").html())
                .isEqualTo("<img alt=\"x\" data-remote-src=\"" + address + "\">");
    }

    @Test
    void anImageInsideTheMailStays() {
        SafeHtml safe = SafeHtml.of("<p>a<img src=\"cid:one@x\"><img src=\"cid:two%40x\"></p>");

        assertThat(safe.html()).contains("src=\"cid:one@x\"");
        assertThat(safe.contentIds()).containsExactlyInAnyOrder("one@x", "two@x");
    }

    @Test
    void aLinkOpensAPageThatKnowsNothingOfUs() {
        assertThat(SafeHtml.of("<a href=\"https://example.org/\">x</a>").html())
                .contains("href=\"https://example.org/\"", "rel=\"noopener noreferrer nofollow\"", "target=\"_blank\"");
    }

    @Test
    void aPictureWithinTheHtmlStaysIfItIsOnlyDrawn() {
        assertThat(SafeHtml.of("<img src=\"data:image/png;base64,iVBORw0KGgo=\">")
                        .html())
                .contains("src=\"data:image/png");
        assertThat(SafeHtml.of("<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">")
                        .html())
                .isEqualTo("<img>");
        assertThat(SafeHtml.of("<img src=\"data:text/html;base64,PHA+\">").html())
                .isEqualTo("<img>");
        assertThat(SafeHtml.of("<a href=\"data:text/html,x\">x</a>").html()).doesNotContain("data:");
    }

    @Test
    void whatTheSenderNamesAsKeptAddressIsNotBelieved() {
        assertThat(SafeHtml.of("<img data-remote-src=\"javascript:alert(1)\">").html())
                .isEqualTo("<img>");
    }

    @Test
    void deeplyNestedHtmlRunsOutOfNothing() {
        assertThat(SafeHtml.of("<div>".repeat(100_000) + "core").text()).contains("core");
    }

    @Test
    void whatIsTooLongToShowIsSaidToBeCut() {
        assertThat(SafeHtml.of("<p>Hello</p>").isWhole()).isTrue();
        assertThat(SafeHtml.of("<b>x</b>".repeat(100_000)).isWhole()).isFalse();
        assertThat(SafeHtml.of("<p>" + "&nbsp;".repeat(600_000)).isWhole()).isFalse();
    }
}
