package org.mailroom.intake.mime.wrapped;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.intake.mime.bytes.Lines;
import org.mailroom.intake.mime.bytes.Slice;

/**
 * Files that were written into a text by uuencode, and the text without them. A line that only begins like one stays text.
 *
 * @param files each still encoded
 */
public record Uuencoded(Slice text, List<Encoded> files) {

    /** A file and what it is called. */
    public record Encoded(String name, Slice body) {}

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,250})");

    public static Uuencoded in(Slice text) {
        return mayHold(text) ? split(text) : new Uuencoded(text, List.of());
    }

    private static boolean mayHold(Slice text) {
        Lines lines = new Lines(text);
        while (lines.advance()) {
            if (lines.startsWith("begin ")) {
                return true;
            }
        }
        return false;
    }

    private static Uuencoded split(Slice text) {
        List<Encoded> files = new ArrayList<>();
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        int kept = 0;
        Lines lines = new Lines(text);
        while (lines.advance()) {
            Matcher begin =
                    lines.startsWith("begin ") ? BEGIN.matcher(lines.line().latin1()) : null;
            int end = begin != null && begin.matches() ? end(text, lines.next()) : -1;
            if (begin != null && end >= 0) {
                files.add(new Encoded(begin.group(1).strip(), text.part(lines.next(), end)));
                rest.write(text.array(), text.from() + kept, lines.start() - kept);
                kept = afterEndLine(text, end);
                lines = new Lines(text, kept);
            }
        }
        if (files.isEmpty()) {
            return new Uuencoded(text, files);
        }
        rest.write(text.array(), text.from() + kept, text.length() - kept);
        return new Uuencoded(Slice.of(rest.toByteArray()), files);
    }

    /** Where the line "end" begins; -1 where the lines before it are not encoded. */
    private static int end(Slice text, int start) {
        Lines lines = new Lines(text, start);
        int count = 0;
        while (lines.advance()) {
            if (lines.end() - lines.start() == 3 && lines.startsWith("end")) {
                return count > 0 ? lines.start() : -1;
            }
            if (!isEncoded(lines.line())) {
                return -1;
            }
            count++;
        }
        return -1;
    }

    private static boolean isEncoded(Slice line) {
        if (line.isEmpty()) {
            return true;
        }
        int bytes = line.at(0) - ' ' & 0x3F;
        int letters = (bytes + 2) / 3 * 4;
        return line.at(0) >= ' ' && line.at(0) <= '`' && line.length() <= letters + 3;
    }

    private static int afterEndLine(Slice text, int end) {
        Lines line = new Lines(text, end);
        line.advance();
        return line.next();
    }
}
