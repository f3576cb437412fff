package org.mailroom.intake.mime.field;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.charset.Decoded;
import org.mailroom.intake.text.CleanText;

/**
 * A field such as Content-Type: a value, then parameters. Parameters may be split and encoded (RFC 2231), or hold encoded
 * words, which is not allowed and common.
 *
 * @param value in lower case, empty where there is none
 */
public record Parameters(String value, Map<String, String> byName) {

    private static final int LONGEST = 16_000;
    private static final Pattern SECTION = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");
    private static final Pattern EXTENDED = Pattern.compile("([^']{0,64})'[^']{0,64}'(.*)", Pattern.DOTALL);

    /** @param whole the value of the field with its parameters, encoded or not */
    public static Parameters of(String whole) {
        String field = CleanText.cut(whole, LONGEST);
        String value = valueOf(field);
        return new Parameters(value.toLowerCase(Locale.ROOT), parameters(field, field.indexOf(value) + value.length()));
    }

    /** Decoded; empty where there is no such parameter. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Up to the first semicolon, or to the first blank where the semicolon was forgotten. */
    private static String valueOf(String field) {
        String beginning = field.split("[;(]", 2)[0].strip();
        String word = beginning.split("[\\s,]", 2)[0];
        return word.contains("=") ? "" : word;
    }

    private static Map<String, String> parameters(String field, int start) {
        Map<String, String> plain = new HashMap<>();
        Map<String, TreeMap<Integer, Section>> split = new HashMap<>();
        for (ParameterScanner.Parameter parameter : new ParameterScanner(field, start).all()) {
            Matcher section = SECTION.matcher(parameter.name());
            if (!section.matches() || (section.group(2) == null && section.group(3) == null)) {
                plain.putIfAbsent(parameter.name(), EncodedWords.decoded(parameter.value()));
            } else {
                int number = section.group(2) == null ? 0 : Integer.parseInt(section.group(2));
                split.computeIfAbsent(section.group(1), unused -> new TreeMap<>())
                        .putIfAbsent(number, new Section(parameter.value(), section.group(3) != null));
            }
        }
        split.forEach((name, sections) -> plain.put(name, joined(sections)));
        return plain;
    }

    /** One piece of a parameter. Only escaped pieces are escaped; only the first says in which character set. */
    private record Section(String value, boolean escaped) {

        byte[] bytes() {
            return escaped ? unescaped(value) : value.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String joined(TreeMap<Integer, Section> sections) {
        Section first = sections.firstEntry().getValue();
        Matcher extended = EXTENDED.matcher(first.value());
        String charset = null;
        if (first.escaped() && extended.matches()) {
            charset = extended.group(1).isBlank() ? null : extended.group(1);
            sections.put(sections.firstKey(), new Section(extended.group(2), true));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sections.values().forEach(section -> bytes.writeBytes(section.bytes()));
        return EncodedWords.decoded(
                Decoded.of(Slice.of(bytes.toByteArray()), charset).text());
    }

    private static byte[] unescaped(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int at = 0; at < value.length(); at++) {
            int high =
                    value.charAt(at) == '%' && at + 2 < value.length() ? Character.digit(value.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(value.charAt(at + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                at += 2;
            } else {
                bytes.writeBytes(value.substring(at, at + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
