package org.mailroom.intake.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The style that stands at an element. What may stay is on a list of properties that change how words look and nothing
 * else, with values that can neither load nor run nor leave their place: no function but a colour, no escape, no negative
 * or huge length.
 */
record InlineStyle(Map<String, String> declarations) {

    private static final InlineStyle NONE = new InlineStyle(Map.of());
    private static final int LONGEST = 4_000;
    private static final int LONGEST_VALUE = 200;

    private static final Set<String> HARMLESS = Set.of(
            "background-color",
            "border-collapse",
            "border-color",
            "border-radius",
            "border-spacing",
            "border-style",
            "border-width",
            "color",
            "direction",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-variant",
            "font-weight",
            "height",
            "letter-spacing",
            "line-height",
            "list-style-type",
            "max-width",
            "min-width",
            "text-align",
            "text-decoration",
            "text-decoration-line",
            "text-indent",
            "text-transform",
            "unicode-bidi",
            "vertical-align",
            "white-space",
            "width",
            "word-break",
            "word-wrap",
            "overflow-wrap");
    private static final Set<String> SIDED = Set.of("border", "margin", "padding");
    private static final Set<String> SHOWN =
            Set.of("block", "inline", "inline-block", "table", "table-row", "table-cell");

    private static final Pattern NAME = Pattern.compile("[a-z-]{2,30}");
    private static final Pattern QUOTED = Pattern.compile("'[\\w -]{1,60}'|\"[\\w -]{1,60}\"");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,/]+");
    private static final Pattern WORD =
            Pattern.compile("[a-z][a-z-]{0,40}|#[0-9a-f]{3,8}|\\d{0,4}(?:\\.\\d{1,4})?(?:[a-z]{1,4}|%)?");
    private static final Pattern COLOUR = Pattern.compile("(?:rgb|hsl)a?\\([\\d., %/]{1,50}\\)");
    private static final Pattern NOTHING = Pattern.compile("0(?:\\.0*)?(?:px|pt|em|%)?");

    static InlineStyle of(Element element) {
        String style = element.attr("style");
        if (style.isEmpty()) {
            return NONE;
        }
        Map<String, String> declarations = new LinkedHashMap<>();
        if (style.length() <= LONGEST) {
            for (String declaration : style.toLowerCase(Locale.ROOT).split(";")) {
                int colon = declaration.indexOf(':');
                if (colon > 0) {
                    String value = declaration
                            .substring(colon + 1)
                            .replace("!important", "")
                            .strip();
                    declarations.put(declaration.substring(0, colon).strip(), value);
                }
            }
        }
        return new InlineStyle(declarations);
    }

    /** Whether nobody sees the element, as the lines that some newsletters show in the list of mails only. */
    boolean hides() {
        return value("display").equals("none")
                || value("mso-hide").equals("all")
                || value("visibility").equals("hidden")
                || isNothing("opacity")
                || isNothing("font-size")
                || (isNothing("max-height") && value("overflow").equals("hidden"));
    }

    boolean keepsSpaces() {
        return value("white-space").startsWith("pre");
    }

    boolean hasNoMargin() {
        return isNothing("margin") || value("margin").startsWith("0 ") || isNothing("margin-bottom");
    }

    boolean hasNoBorder() {
        return value("border").startsWith("none") || value("border").startsWith("0");
    }

    String value(String name) {
        return declarations.getOrDefault(name, "");
    }

    /** What may stay; empty where nothing may. */
    String harmless() {
        return declarations.entrySet().stream()
                .filter(each -> isHarmless(each.getKey(), each.getValue()))
                .map(each -> (each.getKey().equals("background") ? "background-color" : each.getKey()) + ": "
                        + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private static boolean isHarmless(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            return false;
        }
        boolean known = HARMLESS.contains(name)
                || SIDED.contains(name.split("-", 2)[0])
                || name.equals("background")
                || (name.equals("display") && SHOWN.contains(value));
        return known && !value.isEmpty() && value.length() <= LONGEST_VALUE && isHarmless(value);
    }

    /** Word by word, for a pattern of all of it would have to try again and again. */
    private static boolean isHarmless(String value) {
        String words = QUOTED.matcher(COLOUR.matcher(value).replaceAll("black")).replaceAll("name");
        return BETWEEN.splitAsStream(words).allMatch(word -> WORD.matcher(word).matches());
    }

    private boolean isNothing(String name) {
        return NOTHING.matcher(value(name)).matches();
    }
}
