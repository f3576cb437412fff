package org.mailroom.intake.words;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words as they compare: without case, accents and width, so that {@code TELÉFONO}, {@code Telefono} and the wide letters
 * of East Asian keyboards are one word. Not for showing.
 */
public final class FoldedText {

    private FoldedText() {}

    /** Runs of white space become one space; marks that cannot be seen go. */
    public static String of(String text) {
        String apart = apart(text).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); at++) {
            append(folded, apart.charAt(at));
        }
        int length = folded.length();
        return length > 0 && folded.charAt(length - 1) == ' ' ? folded.substring(0, length - 1) : folded.toString();
    }

    /** What is plain ASCII, as nearly all of most mails, is as it should be. */
    private static String apart(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x7f) {
                return Normalizer.normalize(text, Normalizer.Form.NFKD);
            }
        }
        return text;
    }

    private static void append(StringBuilder folded, char letter) {
        if (letter > ' ' && letter < 0x7f) {
            folded.append(letter);
            return;
        }
        int type = Character.getType(letter);
        if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
            if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        } else if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
            folded.append(letter == 'ı' ? 'i' : letter == '’' ? '\'' : letter);
        }
    }
}
