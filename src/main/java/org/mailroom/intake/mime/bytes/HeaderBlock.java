package org.mailroom.intake.mime.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header of a mail or part, split from its body (RFC 5322, 2.1), as far as one can tell them apart: the empty line
 * between them may be missing, a folded line may have lost its indentation, a mailbox file may have left its line before
 * them.
 */
public final class HeaderBlock {

    private static final int LONGEST_NAME = 100;
    private static final int LINES_LOOKED_AHEAD = 2;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Set<String> COMMON = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "reply-to",
            "sender",
            "received",
            "return-path",
            "in-reply-to",
            "references",
            "delivered-to",
            "importance");
    private static final List<String> COMMON_BEGINNINGS = List.of("content-", "x-", "list-", "dkim-", "arc-");

    /**
     * A header field.
     *
     * @param value without the line ends of folding, each byte one character
     */
    public record Field(String name, String value) {}

    private final Slice entity;
    private final int mostLines;
    private final int mostBytes;
    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private @Nullable String name;
    private int lineCount;
    private int bodyStart;
    private boolean cut;

    private HeaderBlock(Slice entity, int mostLines, int mostBytes) {
        this.entity = entity;
        this.mostLines = mostLines;
        this.mostBytes = mostBytes;
        this.bodyStart = entity.length();
    }

    /** The header of a whole mail; what stands before its first field is passed over. */
    public static HeaderBlock ofMail(Slice mail, int mostLines, int mostBytes) {
        HeaderBlock block = new HeaderBlock(mail, mostLines, mostBytes);
        block.read(block.firstField());
        return block;
    }

    /** The header of a part, which may be empty. */
    public static HeaderBlock ofPart(Slice part, int mostLines, int mostBytes) {
        HeaderBlock block = new HeaderBlock(part, mostLines, mostBytes);
        block.read(new Lines(part));
        return block;
    }

    public List<Field> fields() {
        return fields;
    }

    public Slice body() {
        return entity.part(bodyStart, entity.length());
    }

    /** Whether there were more lines or bytes than allowed, and the rest of the fields was left out. */
    public boolean isCut() {
        return cut;
    }

    /** Before the first line that is a field, but only where nothing but blanks and marks stand before it. */
    private Lines firstField() {
        int from = entity.hasAt(0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        Lines lines = new Lines(entity, from);
        int before = from;
        while (lines.advance() && (lines.isBlank() || isMailboxLine(lines))) {
            before = lines.next();
        }
        return isField(lines) ? new Lines(entity, before) : new Lines(entity, from);
    }

    private void read(Lines lines) {
        while (lines.advance()) {
            if (lines.isEmpty() || (lines.isBlank() && !goesOn(lines.ahead()))) {
                bodyStart = lines.next();
                break;
            }
            if (!take(lines)) {
                bodyStart = lines.start();
                break;
            }
        }
        endField();
    }

    /** False where the line does not belong to a header. */
    private boolean take(Lines lines) {
        if (lines.isIndented()) {
            append(lines.line(), "");
        } else if (isField(lines)) {
            endField();
            begin(lines.line());
        } else if (!isMailboxLine(lines)) {
            boolean brokenFold = name != null && commonFieldFollows(lines.ahead());
            if (!brokenFold) {
                return false;
            }
            append(lines.line(), " ");
        }
        return true;
    }

    private void begin(Slice line) {
        int colon = line.indexOf(':', 0);
        name = line.part(0, colon).latin1().strip();
        value.setLength(0);
        append(line.part(colon + 1, line.length()), "");
    }

    private void append(Slice line, String before) {
        lineCount++;
        cut |= lineCount > mostLines || line.to() - entity.from() > mostBytes;
        if (name != null && !cut) {
            value.append(before).append(line.latin1());
        }
    }

    private void endField() {
        if (name != null && !(cut && value.isEmpty())) {
            fields.add(new Field(name, value.toString().strip()));
        }
        name = null;
        value.setLength(0);
    }

    private boolean goesOn(Lines ahead) {
        return ahead.advance() && (isField(ahead) || (ahead.isIndented() && !ahead.isBlank()));
    }

    private boolean commonFieldFollows(Lines ahead) {
        for (int count = 0; count < LINES_LOOKED_AHEAD && ahead.advance() && !ahead.isEmpty(); count++) {
            if (isField(ahead) && isCommon(ahead.line())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommon(Slice line) {
        String name = line.part(0, line.indexOf(':', 0)).latin1().strip().toLowerCase(Locale.ROOT);
        return COMMON.contains(name) || COMMON_BEGINNINGS.stream().anyMatch(name::startsWith);
    }

    private static boolean isField(Lines lines) {
        Slice line = lines.line();
        int end = 0;
        while (end < line.length() && end <= LONGEST_NAME && line.at(end) > ' ' && line.at(end) != ':') {
            end++;
        }
        int colon = end;
        while (colon < line.length() && Lines.isSpace(line.at(colon))) {
            colon++;
        }
        return end > 0 && end <= LONGEST_NAME && colon < line.length() && line.at(colon) == ':';
    }

    private static boolean isMailboxLine(Lines lines) {
        return lines.startsWith("From ") || lines.startsWith(">From ");
    }
}
