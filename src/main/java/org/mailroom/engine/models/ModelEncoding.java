package org.mailroom.engine.models;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a file is in the encoding that its first line names; UTF-8 if it names none. */
final class ModelEncoding {

    private static final Pattern NAMED = Pattern.compile("^<\\?xml[^>]*encoding=[\"']([^\"']*)[\"']");

    private ModelEncoding() {}

    /** What is wrong with the encoding; empty if every byte can be read, or the parser finds the encoding by the first bytes. */
    static Optional<String> problem(byte[] bytes) {
        Matcher named = NAMED.matcher(new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.ISO_8859_1));
        boolean isNamed = named.find();
        if (!isNamed && bytes.length > 1 && ((bytes[0] < 0 && bytes[1] < 0) || bytes[0] == 0 || bytes[1] == 0)) {
            return Optional.empty();
        }
        String name = isNamed ? named.group(1) : "UTF-8";
        try {
            return firstWrongLine(bytes, Charset.forName(name))
                    .map(line ->
                            "the file says that it is in " + name + ", but line " + line + " is not; save it as UTF-8");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.of("the file names the encoding " + name + ", which does not exist; save it as UTF-8");
        }
    }

    private static Optional<Integer> firstWrongLine(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = charset.newDecoder().decode(in, out, true);
        return result.isError()
                ? Optional.of(1
                        + (int) out.flip()
                                .chars()
                                .filter(letter -> letter == '\n')
                                .count())
                : Optional.empty();
    }
}
