package org.mailroom.message;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Case numbers with a short signature, {@code SUP-12-k7x9q2w4}: short enough for an address or a line at the end of a mail,
 * and found there again when a program on the way took away all that we put into the header. The signature is 40 bits in
 * eight letters and digits, without those that look alike; upper and lower case are the same.
 */
public final class SignedReferences {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS_OF_LETTER = 5;
    private static final int LETTERS = 8;
    private static final int SIGNATURE_BYTES = LETTERS * BITS_OF_LETTER / 8;

    /** Nobody writes more of them; each costs a signature. */
    private static final int MOST = 50;

    /** Looked for by its first hyphen, which is rare; what stands before it is asked about only there. */
    private static final Pattern FORM =
            Pattern.compile("-(?<=(?<![\\p{L}\\p{N}-])([A-Za-z][A-Za-z0-9]{0,9})-)(\\d{1,18})-((?i)[" + ALPHABET + "]{"
                    + LETTERS + "})(?![\\p{L}\\p{N}-])");

    private final Seal seal;

    public SignedReferences(Seal seal) {
        this.seal = seal;
    }

    /** @param number a case number */
    public String of(String number) {
        return number + "-" + letters(seal.sign(signed(number), SIGNATURE_BYTES));
    }

    /** The case numbers that stand in the text under our signature, in their order. */
    public Stream<String> in(String text) {
        return all(text).filter(this::isOurs).map(SignedReferences::number);
    }

    /** The case numbers that stand in the text in our form, but under a signature that is not ours. */
    public Stream<String> foreignIn(String text) {
        return all(text).filter(found -> !isOurs(found)).map(SignedReferences::number);
    }

    private static Stream<MatchResult> all(String text) {
        return FORM.matcher(text).results().limit(MOST);
    }

    private boolean isOurs(MatchResult found) {
        return seal.isOn(signed(number(found)), bytes(found.group(3)), SIGNATURE_BYTES);
    }

    private static String number(MatchResult found) {
        return (found.group(1) + "-" + found.group(2)).toUpperCase(Locale.ROOT);
    }

    /** Not a text that anything else signs. */
    private static String signed(String number) {
        return "ref." + number;
    }

    private static String letters(byte[] signature) {
        long bits = 0;
        for (byte each : signature) {
            bits = bits << 8 | (each & 0xff);
        }
        var letters = new StringBuilder();
        for (int left = LETTERS - 1; left >= 0; left--) {
            letters.append(ALPHABET.charAt((int) (bits >> left * BITS_OF_LETTER) & 31));
        }
        return letters.toString();
    }

    private static byte[] bytes(String letters) {
        long bits = 0;
        for (char letter : letters.toLowerCase(Locale.ROOT).toCharArray()) {
            bits = bits << BITS_OF_LETTER | ALPHABET.indexOf(letter);
        }
        byte[] bytes = new byte[SIGNATURE_BYTES];
        for (int at = SIGNATURE_BYTES - 1; at >= 0; at--) {
            bytes[at] = (byte) bits;
            bits >>= 8;
        }
        return bytes;
    }
}
