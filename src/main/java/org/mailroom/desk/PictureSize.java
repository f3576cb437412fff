package org.mailroom.desk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How large a picture is to be drawn, from its header alone: a small file can be a picture of billions of pixels, for which a
 * browser would take gigabytes.
 */
record PictureSize(long width, long height) {

    /** Of the largest that is shown: more than a screen has ever had, and 200 MB in a browser. */
    private static final long MOST_PIXELS = 50_000_000;

    /** Whether it is a picture that browsers draw, and not too large for that. */
    static boolean isShowable(byte[] picture) {
        return of(picture).filter(PictureSize::isBearable).isPresent();
    }

    /** Nothing where it is none of PNG, GIF, JPEG and WebP, or where its header is cut off. */
    static Optional<PictureSize> of(byte[] picture) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(picture);
            return switch (start(picture)) {
                case "\u0089PNG" -> Optional.of(new PictureSize(number(bytes, 16), number(bytes, 20)));
                case "GIF8" -> Optional.of(gif(bytes.order(ByteOrder.LITTLE_ENDIAN)));
                case "RIFF" -> webp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                default -> jpeg(bytes);
            };
        } catch (IndexOutOfBoundsException cutOff) {
            return Optional.empty();
        }
    }

    private boolean isBearable() {
        return width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS / width;
    }

    private static String start(byte[] picture) {
        return new String(picture, 0, Math.min(4, picture.length), StandardCharsets.ISO_8859_1);
    }

    /** A browser makes the screen of a GIF as large as its first frame. */
    private static PictureSize gif(ByteBuffer bytes) {
        int at = 13 + colours(bytes.get(10));
        while (bytes.get(at) == 0x21) {
            at += 2;
            while (bytes.get(at) != 0) {
                at += 1 + (bytes.get(at) & 0xff);
            }
            at++;
        }
        boolean frame = bytes.get(at) == 0x2c;
        int width = frame ? word(bytes, at + 1) + word(bytes, at + 5) : 0;
        int height = frame ? word(bytes, at + 3) + word(bytes, at + 7) : 0;
        return new PictureSize(Math.max(word(bytes, 6), width), Math.max(word(bytes, 8), height));
    }

    /** The bytes of the table of colours that the flags announce. */
    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static Optional<PictureSize> webp(ByteBuffer bytes) {
        return switch (new String(bytes.array(), 8, 8, StandardCharsets.ISO_8859_1)) {
            case "WEBPVP8X" -> Optional.of(new PictureSize(triple(bytes, 24) + 1, triple(bytes, 27) + 1));
            case "WEBPVP8 " -> Optional.of(new PictureSize(word(bytes, 26) & 0x3fff, word(bytes, 28) & 0x3fff));
            case "WEBPVP8L" -> {
                int bits = bytes.getInt(21);
                yield Optional.of(new PictureSize((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1));
            }
            default -> Optional.empty();
        };
    }

    /** The size stands in the first frame header, behind however many other segments. */
    private static Optional<PictureSize> jpeg(ByteBuffer bytes) {
        if (word(bytes, 0) != 0xffd8) {
            return Optional.empty();
        }
        int at = 2;
        while (!isFrame(word(bytes, at))) {
            if (bytes.get(at) != (byte) 0xff) {
                return Optional.empty();
            }
            at += bytes.get(at + 1) == (byte) 0xff ? 1 : 2 + word(bytes, at + 2);
        }
        return Optional.of(new PictureSize(word(bytes, at + 7), word(bytes, at + 5)));
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
    }

    private static long number(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }

    private static int word(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private static long triple(ByteBuffer bytes, int at) {
        return word(bytes, at) | (bytes.get(at + 2) & 0xffL) << 16;
    }
}
