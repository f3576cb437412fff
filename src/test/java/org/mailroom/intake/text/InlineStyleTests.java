package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineStyleTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color: #ff0000",
                "color: rgb(10, 20, 30)",
                "background-color: rgba(10, 20, 30, .5)",
                "font-weight: bold",
                "font-family: 'segoe ui', arial, sans-serif",
                "font: 12px/1.5 arial, sans-serif",
                "border: 1px solid #ccc",
                "border-left: solid blue 1.5pt",
                "padding: 0 0.4em",
                "margin: 0px 0px 0px 0.8ex",
                "text-align: right",
                "width: 100%",
                "display: inline-block",
            })
    void whatChangesTheLookStays(String style) {
        assertThat(safe(style)).contains("style=\"" + style.replace("\"", "&quot;") + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "background: url(https://evil.example/x)",
                "background-image: url(cid:x)",
                "list-style-image: url('x')",
                "width: expression(alert(1))",
                "width: calc(100% + 9999px)",
                "behavior: url(x.htc)",
                "-moz-binding: url(x)",
                "position: fixed",
                "top: 0",
                "z-index: 9",
                "float: left",
                "margin: -500px",
                "margin-top: -1px",
                "width: 99999px",
                "color: r\\65 d",
                "color: red/**/",
                "color: \\75rl(x)",
                "font-family: 'x;} body { display: none'",
                "animation: x 1s",
                "transform: scale(9)",
                "content: 'x'",
                "filter: alpha(opacity=50)",
                "@import 'x'",
                "--x: 1",
                "display: flex",
                "cursor: url(x), auto",
            })
    void whatLoadsRunsOrLeavesItsPlaceGoes(String style) {
        assertThat(safe(style)).isEqualTo("<p>x</p>");
    }

    @Test
    void theRestOfAStyleStays() {
        assertThat(safe("position:absolute;color:red !important;background:#fff"))
                .isEqualTo("<p style=\"color: red; background-color: #fff\">x</p>");
    }

    private static String safe(String style) {
        return SafeHtml.of("<p style=\"" + style.replace("\"", "&quot;") + "\">x</p>")
                .html();
    }
}
