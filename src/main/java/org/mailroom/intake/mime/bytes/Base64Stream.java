package org.mailroom.intake.mime.bytes;

/** Base64 (RFC 2045, 6.8). Programs that write one piece after the other, each with its padding, are understood. */
final class Base64Stream extends DecodingStream {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int LOOKED_AT = 1_000;
    private static final byte[] VALUES = values();

    private final Slice body;
    private int at;
    private int bits;
    private int count;
    private boolean damaged;

    Base64Stream(Slice body) {
        this.body = body;
    }

    @Override
    public int read() {
        while (at < body.length()) {
            byte letter = body.at(at++);
            int value = letter < 0 ? -1 : VALUES[letter];
            if (value >= 0) {
                bits = bits << 6 | value;
                count += 6;
            } else if (letter == '=') {
                count = 0;
            } else {
                damaged |= letter != '\r' && letter != '\n' && !Lines.isSpace(letter);
            }
            if (count >= 8) {
                count -= 8;
                return bits >> count & 0xFF;
            }
        }
        return -1;
    }

    @Override
    public boolean isDamaged() {
        return damaged || count == 6;
    }

    /**
     * Whether it was clearly never encoded, whatever its header says: words have blanks between them, Base64 at most where
     * its lines begin and end.
     */
    static boolean isUnlikely(Slice body) {
        Slice beginning = body.first(LOOKED_AT);
        int foreign = 0;
        for (int at = 0; at < beginning.length(); at++) {
            byte letter = beginning.at(at);
            boolean between =
                    at + 1 < beginning.length() && at > 0 && beginning.at(at - 1) > ' ' && beginning.at(at + 1) > ' ';
            foreign += letter < 0 || letter <= ' ' && letter != '\r' && letter != '\n' && between ? 1 : 0;
        }
        return foreign * 12 > beginning.length();
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        for (int letter = 0; letter < values.length; letter++) {
            values[letter] = (byte) ALPHABET.indexOf(letter);
        }
        return values;
    }
}
