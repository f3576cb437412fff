package org.mailroom.intake.mime.field;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.bytes.HeaderBlock;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.charset.Decoded;
import org.mailroom.intake.text.CleanText;
import org.mailroom.message.EmailAddress;

/** The header fields of a mail, by name, upper and lower case alike. */
public final class Fields {

    private static final int LONGEST = 10_000;
    private static final int LOOKED_AT = 16_000;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\*?=[\"' ]*([a-z0-9_-]{3,40})");

    private final Map<String, List<String>> values = new TreeMap<>();

    /** @param header as it stands in the mail */
    public static Fields of(HeaderBlock header) {
        Fields fields = new Fields();
        boolean eightBit = header.fields().stream().anyMatch(field -> needsDecoding(field.value()));
        String likely = eightBit ? likelyCharset(header) : null;
        header.fields().forEach(field -> fields.add(field.name(), decoded(field.value(), likely)));
        return fields;
    }

    /** The value of the first field of this name, decoded, on one line. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of all fields of this name in their order, decoded, each on one line. */
    public List<String> all(String name) {
        return raw(name).stream()
                .map(value -> CleanText.line(EncodedWords.decoded(value), LONGEST))
                .toList();
    }

    /** The addresses in all fields of this name; what is no address is left out. */
    public List<EmailAddress> addresses(String name) {
        return raw(name).stream()
                .flatMap(field -> AddressList.in(field).stream())
                .toList();
    }

    /** Whether there is such a field, even an empty one. */
    public boolean has(String name) {
        return !raw(name).isEmpty();
    }

    /** Unfolded; encoded words are still encoded, so that a comma in one never counts as one of the field. */
    public List<String> raw(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                .add(value);
    }

    /** Bytes above 127, which RFC 6532 allows as UTF-8 and others just write, and the switches of ISO 2022. */
    private static boolean needsDecoding(String value) {
        return value.chars().anyMatch(letter -> letter > 127 || letter == '\u001b');
    }

    private static String decoded(String value, @Nullable String likely) {
        return needsDecoding(value)
                ? Decoded.of(Slice.of(value.getBytes(StandardCharsets.ISO_8859_1)), null, likely)
                        .text()
                : value;
    }

    /** Who writes bytes into a header writes them in the character set of his text. */
    private static @Nullable String likelyCharset(HeaderBlock header) {
        String own = header.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase("content-type"))
                .map(HeaderBlock.Field::value)
                .findFirst()
                .orElse("");
        Matcher charset =
                CHARSET.matcher(own + " " + header.body().first(LOOKED_AT).latin1());
        return charset.find() ? charset.group(1) : null;
    }
}
