package org.mailroom.intake.mime.wrapped;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The numbers under which Windows knows character sets. */
final class CodePages {

    private CodePages() {}

    /** Windows-1252 for a number that is unknown. */
    static Charset charset(int codePage) {
        return switch (codePage) {
            case 65_001 -> StandardCharsets.UTF_8;
            case 1_200 -> StandardCharsets.UTF_16LE;
            case 28_591 -> StandardCharsets.ISO_8859_1;
            case 20_127 -> StandardCharsets.US_ASCII;
            default ->
                Stream.of("windows-" + codePage, "x-windows-" + codePage, "IBM" + codePage)
                        .filter(Charset::isSupported)
                        .map(Charset::forName)
                        .findFirst()
                        .orElse(Charset.forName("windows-1252"));
        };
    }
}
