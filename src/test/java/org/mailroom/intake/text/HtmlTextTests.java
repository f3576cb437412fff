package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTests {

    @Test
    void blocksAreLinesAndParagraphsHaveOneLineBetween() {
        assertThat(text("<div>one<br></div><div>two</div><p>three</p><p>four</p><div><br></div><h2>five</h2>six"))
                .isEqualTo("one\ntwo\n\nthree\n\nfour\n\nfive\n\nsix");
        assertThat(text("<p class=MsoNormal>one</p><p class=MsoNormal>two</p><p style='margin:0'>three</p>"))
                .isEqualTo("one\ntwo\nthree");
    }

    @Test
    void spaceIsShownAsInABrowser() {
        assertThat(text("  a\n\t b <b> c</b>&nbsp;d <i></i> e")).isEqualTo("a b c d e");
        assertThat(text("<pre>x\n   <b>y</b>\n  z</pre>")).isEqualTo("x\n   y\n  z");
        assertThat(text("<div style='white-space: pre-wrap'>a\n  b</div>")).isEqualTo("a\n  b");
    }

    @Test
    void listsAreNumberedAndIndented() {
        assertThat(text("<ol start=3><li>a<ul><li>b</ul><li>c</ol>")).contains("3. a", "\n  - b", "4. c");
    }

    @Test
    void aRowIsALine() {
        assertThat(text("<table><tr><td>Order</td><td>4711</td></tr><tr><td>Part</td><td>7</td></tr></table>"))
                .isEqualTo("Order 4711\nPart 7");
    }

    @Test
    void aLinkSaysWhereItLeadsUnlessItsTextDoes() {
        assertThat(text("<a href='https://example.org/x'>here</a>")).isEqualTo("here <https://example.org/x>");
        assertThat(text("<a href='https://example.org/'>example.org</a>")).isEqualTo("example.org");
        assertThat(text("<a href='mailto:jane@example.org'>jane@example.org</a>"))
                .isEqualTo("jane@example.org");
        assertThat(text("<a href='mailto:jane@example.org'>Jane</a>")).isEqualTo("Jane <jane@example.org>");
        assertThat(text("<a href='https://example.org/'><img src='cid:x'></a><a href='#top'>top</a>"))
                .isEqualTo("top");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='display:none'>preview</div>",
                "<span style='mso-hide:all;font-size:0px'>preview</span>",
                "<div style='max-height:0;overflow:hidden'>preview</div>",
                "<div style='opacity:0'>preview</div>",
                "<div hidden>preview</div>",
                "<style>preview</style><title>preview</title><script>preview</script>",
                "<!-- preview -->",
            })
    void whatNobodySeesIsLeftOut(String hidden) {
        SafeHtml safe = SafeHtml.of(hidden + "<p>shown</p>");
        assertThat(safe.text()).isEqualTo("shown");
        assertThat(safe.html()).doesNotContain("preview");
    }

    @Test
    void aSmileyThatWasSentAsAPictureStays() {
        assertThat(text("Thanks <img alt='🙂' src='https://example.org/e.png'><img alt='Logo' src='cid:logo'>"))
                .isEqualTo("Thanks 🙂");
    }

    @Test
    void quotationsAreMarkedAtEachLine() {
        assertThat(text("<blockquote>a<p>b</p><blockquote type=cite>c</blockquote></blockquote>d"))
                .isEqualTo("> a\n>\n> b\n>\n>> c\nd");
    }

    private static String text(String html) {
        return SafeHtml.of(html).text();
    }
}
