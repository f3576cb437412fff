package org.mailroom.intake.mime.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.mime.bytes.Slice;

/** Guesses a character set by how often which letters stand together in a language; short texts are never guessed. */
final class Detection {

    private static final int SHORTEST = 64;
    private static final int LOOKED_AT = 8_000;
    private static final int LEAST_CONFIDENCE = 30;

    private Detection() {}

    static Optional<Charset> charset(Slice bytes) {
        if (bytes.length() < SHORTEST) {
            return Optional.empty();
        }
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(bytes.first(LOOKED_AT).bytes());
        return Stream.of(detector.detectAll())
                .filter(match -> match.getConfidence() >= LEAST_CONFIDENCE)
                .map(CharsetMatch::getName)
                .filter(name -> !name.startsWith("UTF-") && !name.startsWith("IBM"))
                .flatMap(name -> CharsetNames.find(name).stream())
                .findFirst();
    }
}
