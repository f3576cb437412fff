package org.mailroom.intake.mime.words;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Rich Text Format as Outlook sends it: the text of it, or the HTML that it was made from and still holds (MS-OXRTFEX).
 * Fonts, colours and pictures are passed over.
 */
public final class RichText {

    private static final int DEEPEST = 500;
    private static final Set<String> UNSEEN =
            Set.of(("fonttbl colortbl stylesheet info pict object header footer pntext listtable "
                            + "listoverridetable generator themedata datastore xmlnstbl latentstyles")
                    .split(" "));

    /** What counts within a pair of braces. */
    private record Group(boolean unseen, boolean tag, int skip) {}

    private final String rtf;
    private final boolean fromHtml;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group(false, false, 1);
    private Charset charset = Charset.forName("windows-1252");
    private boolean rtfOnly;
    private int at;
    private int left;

    private RichText(String rtf) {
        this.rtf = rtf;
        this.fromHtml = rtf.contains("\\fromhtml");
    }

    /** @param rtf each byte one character */
    public static RichText of(String rtf) {
        RichText read = new RichText(rtf);
        read.read();
        return read;
    }

    public boolean isHtml() {
        return fromHtml;
    }

    public String text() {
        return text.toString();
    }

    private void read() {
        while (at < rtf.length()) {
            char letter = rtf.charAt(at++);
            switch (letter) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> {
                    // line ends are written as words
                }
                default -> append(String.valueOf(letter));
            }
        }
    }

    private void open() {
        if (outer.size() < DEEPEST) {
            outer.push(group);
        }
    }

    private void close() {
        if (!outer.isEmpty()) {
            group = outer.pop();
        }
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        char letter = rtf.charAt(at);
        if (!isLetter(letter)) {
            at++;
            symbol(letter);
            return;
        }
        int start = at;
        while (at < rtf.length() && isLetter(rtf.charAt(at))) {
            at++;
        }
        String word = rtf.substring(start, at);
        int numberStart = at;
        while (at < rtf.length() && at - numberStart < 9 && isNumber(rtf.charAt(at), at == numberStart)) {
            at++;
        }
        String number = rtf.substring(numberStart, at);
        at += at < rtf.length() && rtf.charAt(at) == ' ' ? 1 : 0;
        word(word, number.isEmpty() || number.equals("-") ? -1 : Integer.parseInt(number));
    }

    private void symbol(char letter) {
        switch (letter) {
            case '\'' -> escapedByte();
            case '*' -> group = new Group(true, group.tag(), group.skip());
            case '~' -> append("\u00a0");
            case '\\', '{', '}' -> append(String.valueOf(letter));
            case '\r', '\n' -> append("\n");
            default -> {
                // optional hyphens and the like
            }
        }
    }

    private void word(String word, int number) {
        switch (word) {
            case "par", "line", "row" -> appendRtf("\n");
            case "tab", "cell" -> appendRtf("\t");
            case "htmlrtf" -> rtfOnly = number != 0;
            case "htmltag" -> group = new Group(false, true, group.skip());
            case "mhtmltag" -> group = new Group(true, true, group.skip());
            case "uc" -> group = new Group(group.unseen(), group.tag(), Math.max(0, number));
            case "u" -> {
                append(String.valueOf((char) number));
                left = group.skip();
            }
            case "ansicpg" -> charset = charset(number);
            case "emdash" -> append("—");
            case "endash" -> append("–");
            case "lquote" -> append("‘");
            case "rquote" -> append("’");
            case "ldblquote" -> append("“");
            case "rdblquote" -> append("”");
            case "bullet" -> append("•");
            default -> {
                if (UNSEEN.contains(word)) {
                    group = new Group(true, group.tag(), group.skip());
                }
            }
        }
    }

    /** Bytes that follow each other are decoded together: a character may have two. */
    private void escapedByte() {
        byte[] bytes = new byte[64];
        int count = 0;
        at -= 2;
        while (count < bytes.length && rtf.startsWith("\\'", at) && at + 3 < rtf.length()) {
            int high = Character.digit(rtf.charAt(at + 2), 16);
            int low = Character.digit(rtf.charAt(at + 3), 16);
            if (left > 0) {
                left--;
            } else if (high >= 0 && low >= 0) {
                bytes[count++] = (byte) (high << 4 | low);
            }
            at += 4;
        }
        if (rtf.startsWith("\\'", at) && at + 3 >= rtf.length()) {
            at = rtf.length();
        }
        append(new String(bytes, 0, count, charset));
    }

    private void appendRtf(String letters) {
        if (!fromHtml || !rtfOnly) {
            append(letters);
        }
    }

    private void append(String letters) {
        if (left > 0 && letters.length() == 1) {
            left--;
            return;
        }
        if (!group.unseen() && !(fromHtml && rtfOnly)) {
            text.append(letters);
        }
    }

    private static Charset charset(int codePage) {
        String name = "windows-" + codePage;
        boolean known = codePage > 0 && Charset.isSupported(name);
        return known ? Charset.forName(name) : Charset.forName("windows-1252");
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    private static boolean isNumber(char letter, boolean first) {
        return (letter >= '0' && letter <= '9') || (first && letter == '-');
    }
}
