package org.mailroom.intake.mime.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.bytes.Slice;

/**
 * Bytes as text. In this order: as a mark in the bytes says; in the declared character set, widened to what mail programs
 * really write under its name; as UTF-8; in the set that is likely from elsewhere; nearly so, but for a few wrong bytes; as
 * its language tells; as windows-1252, in which every byte is something.
 *
 * @param asDeclared false where a character set was declared and did not fit
 */
public record Decoded(String text, boolean asDeclared) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @param charset as declared; null where none is */
    public static Decoded of(Slice bytes, @Nullable String charset) {
        return of(bytes, charset, null);
    }

    /**
     * Reads bytes.
     *
     * @param charset as declared; null where none is
     * @param likely a character set that the bytes are likely to be in; null where nothing is known
     */
    public static Decoded of(Slice bytes, @Nullable String charset, @Nullable String likely) {
        Optional<String> declared = charset == null ? Optional.empty() : declared(bytes, charset);
        String text = declared.orElseGet(() -> found(bytes, charset, likely));
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new Decoded(marked ? text.substring(1) : text, charset == null || declared.isPresent());
    }

    private static Optional<String> declared(Slice bytes, String name) {
        if (Utf7.isNamed(name)) {
            return Utf7.text(bytes);
        }
        Optional<Charset> declared = CharsetNames.find(name).map(known -> endianness(bytes, known));
        Optional<Charset> marked = Marks.charset(bytes);
        if (marked.isPresent() && declared.isPresent() && !isSame(marked.get(), declared.get())) {
            return Optional.empty();
        }
        return declared.filter(known -> !(isOneByte(known) && isBeyondAsciiUtf8(bytes)))
                .flatMap(known -> Strictly.fitting(bytes, known));
    }

    private static String found(Slice bytes, @Nullable String declared, @Nullable String likely) {
        return Marks.charset(bytes)
                .flatMap(marked -> Strictly.nearlyFitting(bytes, marked))
                .or(() -> Strictly.utf8(bytes))
                .or(() -> nearly(bytes, declared))
                .or(() -> Strictly.nearlyFitting(bytes, StandardCharsets.UTF_8))
                .or(() -> likely == null ? Optional.empty() : declared(bytes, likely))
                .or(() -> Detection.charset(bytes).flatMap(guessed -> Strictly.fitting(bytes, guessed)))
                .orElseGet(() -> Strictly.asWindows1252(bytes));
    }

    private static Optional<String> nearly(Slice bytes, @Nullable String declared) {
        return Optional.ofNullable(declared)
                .flatMap(CharsetNames::find)
                .filter(known -> !isOneByte(known))
                .flatMap(known -> Strictly.nearlyFitting(bytes, known));
    }

    /** UTF-16 without a mark is of the order that its zeros show; where they show none, of the one of Windows. */
    private static Charset endianness(Slice bytes, Charset declared) {
        return declared.equals(StandardCharsets.UTF_16)
                ? Marks.charset(bytes)
                        .filter(marked -> marked.name().startsWith("UTF-16"))
                        .orElse(StandardCharsets.UTF_16LE)
                : declared;
    }

    private static boolean isSame(Charset marked, Charset declared) {
        return marked.equals(declared) || declared.name().contains("2022");
    }

    /** Nearly every byte fits into these, so what is UTF-8 all through was never meant to be one of them. */
    private static boolean isOneByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    private static boolean isBeyondAsciiUtf8(Slice bytes) {
        return !Strictly.isAscii(bytes) && Strictly.utf8(bytes).isPresent();
    }
}
