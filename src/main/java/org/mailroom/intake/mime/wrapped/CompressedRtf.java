package org.mailroom.intake.mime.wrapped;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mailroom.intake.mime.bytes.Slice;

/** Rich text as Outlook compresses it (MS-OXRTFCP): literal bytes, and references into the last 4096. */
final class CompressedRtf {

    private static final int COMPRESSED = 0x75465A4C;
    private static final int PLAIN = 0x414C454D;
    private static final int WINDOW = 4_096;
    private static final int LONGEST = 16_000_000;
    private static final byte[] BEGINNING = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman "
                    + "\\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl"
                    + "\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);

    private final byte[] window = Arrays.copyOf(BEGINNING, WINDOW);
    private int write = BEGINNING.length;
    private byte[] text = new byte[8_192];
    private int length;

    private CompressedRtf() {}

    /** Each byte one character; as far as it can be read. */
    static String text(Slice bytes) {
        LittleEndian in = new LittleEndian(bytes);
        in.skip(4);
        int size = in.i32();
        int kind = in.i32();
        in.skip(4);
        if (kind == PLAIN) {
            return in.take(size).latin1();
        }
        CompressedRtf rtf = new CompressedRtf();
        if (kind == COMPRESSED) {
            rtf.read(in);
        }
        return new String(rtf.text, 0, rtf.length, StandardCharsets.ISO_8859_1);
    }

    private void read(LittleEndian in) {
        while (in.hasMore() && length < LONGEST) {
            int control = in.u8();
            for (int bit = 0; bit < 8 && in.hasMore(); bit++, control >>= 1) {
                if ((control & 1) == 0) {
                    add((byte) in.u8());
                } else if (!copy(in.u8() << 8 | in.u8())) {
                    return;
                }
            }
        }
    }

    /** False at the end, which a reference to the place of writing marks. */
    private boolean copy(int reference) {
        int from = reference >> 4;
        int count = (reference & 0xF) + 2;
        if (from == write % WINDOW) {
            return false;
        }
        for (int number = 0; number < count; number++) {
            add(window[(from + number) % WINDOW]);
        }
        return true;
    }

    private void add(byte letter) {
        window[write++ % WINDOW] = letter;
        write %= WINDOW;
        if (length == text.length) {
            text = Arrays.copyOf(text, length * 2);
        }
        text[length++] = letter;
    }
}
