package org.mailroom.intake.mime.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.intake.text.CleanText;
import org.mailroom.message.EmailAddress;

/**
 * The addresses in a field (RFC 5322, 3.4 and 4.4; RFC 6532), read as people and programs write them: unquoted commas in
 * names, semicolons or nothing between addresses, names behind the address, groups, routes, brackets and quotation marks
 * that are never closed. What holds no address is passed over; an encoded word holds none, whatever it decodes to.
 */
final class AddressList {

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ASIDE = 500;

    private final String field;
    private final int lastAngle;
    private final int lastQuote;
    private final int lastParenthesis;
    private final List<EmailAddress> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String inAngles = "";
    private int nameEnd;
    private int at;

    private AddressList(String field) {
        this.field = field;
        this.lastAngle = field.lastIndexOf('<');
        this.lastQuote = field.lastIndexOf('"');
        this.lastParenthesis = field.lastIndexOf(')');
    }

    /** @param field unfolded, not decoded */
    static List<EmailAddress> in(String field) {
        AddressList list = new AddressList(field);
        list.read();
        return list.found;
    }

    private void read() {
        while (at < field.length() && found.size() < MOST) {
            int wordEnd = EncodedWords.end(field, at);
            if (wordEnd > 0) {
                words.append(field, at, wordEnd);
                at = wordEnd;
            } else {
                read(field.charAt(at++));
            }
        }
        String word = words.toString().strip();
        String aside = comment.toString();
        end();
        if (found.isEmpty() && !word.startsWith("undisclosed")) {
            Addresses.valid(word).ifPresent(local -> add(local, aside)); // MAILER-DAEMON
        }
    }

    private void read(char letter) {
        switch (letter) {
            case '"' -> quoted();
            case '<' -> inAngles();
            case '(' -> comment();
            case '[' -> literal();
            case ',' -> comma();
            case ';' -> end();
            case ':' -> groupName();
            case '>' -> words.append(' ');
            default -> words.append(letter);
        }
    }

    private void quoted() {
        if (lastQuote < at) {
            return; // never closed
        }
        words.append('"');
        while (at < field.length() && field.charAt(at) != '"') {
            int escaped = field.charAt(at) == '\\' && at + 1 < field.length() ? at + 1 : at;
            words.append(field, at, escaped + 1);
            at = escaped + 1;
        }
        at++;
        words.append('"');
    }

    /** A second pair of angle brackets is a second address: the comma was forgotten. */
    private void inAngles() {
        if (!inAngles.isBlank()) {
            String nameOfNext = words.substring(nameEnd);
            words.setLength(nameEnd);
            end();
            words.append(nameOfNext);
        }
        boolean route = field.startsWith("@", at);
        StringBuilder inside = new StringBuilder();
        boolean quoted = false;
        while (at < field.length()) {
            char letter = field.charAt(at);
            quoted ^= letter == '"' && lastQuote >= at;
            boolean separates = (letter == ',' || letter == ';') && !route && !quoted;
            if (letter == '<' && inside.isEmpty()) {
                at++;
            } else if (letter == '>' || letter == '<' || separates) {
                break;
            } else {
                inside.append(letter);
                route &= letter != ':';
                at++;
            }
        }
        at += field.startsWith(">", at) ? 1 : 0;
        inAngles = inside.toString();
        nameEnd = words.length();
    }

    /** Comments may be nested; what is never closed is none. */
    private void comment() {
        int most = lastParenthesis < at ? at : Math.min(field.length(), at + LONGEST_ASIDE);
        int depth = 1;
        for (int end = at; end < most; end++) {
            char letter = field.charAt(end);
            end += letter == '\\' ? 1 : 0;
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth == 0) {
                comment.append(comment.isEmpty() ? "" : " ").append(field, at, end);
                at = end + 1;
                return;
            }
        }
        words.append(' ');
    }

    /** The colons of an address such as {@code jane@[IPv6:2001:db8::1]} name no group. */
    private void literal() {
        words.append('[');
        int most = Math.min(field.length(), at + LONGEST_ASIDE);
        for (int end = at; end < most; end++) {
            if (field.charAt(end) == ']') {
                words.append(field, at, end + 1);
                at = end + 1;
                return;
            }
        }
    }

    /** After words that are no address it belongs to a name that should have been quoted: "Doe, Jane <jane@...>". */
    private void comma() {
        boolean bareName = inAngles.isBlank()
                && words.indexOf("@") < 0
                && !words.toString().isBlank();
        if (bareName && lastAngle >= at) {
            words.append(',');
        } else {
            end();
        }
    }

    /** Before the members of a group stands its name. */
    private void groupName() {
        words.setLength(0);
        nameEnd = 0;
    }

    private void end() {
        String beside = words.toString().strip();
        if (inAngles.isBlank()) {
            addBare(beside);
        } else {
            Addresses.valid(inAngles).ifPresent(address -> add(address, nameBeside(beside)));
        }
        words.setLength(0);
        comment.setLength(0);
        inAngles = "";
    }

    private String nameBeside(String beside) {
        return beside.isEmpty() ? comment.toString() : beside;
    }

    /** Without angle brackets: one address, or several with blanks between them, or words and at last an address. */
    private void addBare(String beside) {
        Optional<String> whole = Addresses.valid(beside).filter(address -> address.contains("@"));
        if (whole.isPresent()) {
            add(whole.get(), comment.toString());
            return;
        }
        StringBuilder name = new StringBuilder();
        for (String word : beside.split("\\s+")) {
            Optional<String> address = word.contains("@") ? Addresses.valid(word) : Optional.empty();
            if (address.isPresent()) {
                add(address.get(), name.toString());
                name.setLength(0);
            } else {
                name.append(name.isEmpty() ? "" : " ").append(word);
            }
        }
    }

    private void add(String address, String name) {
        found.add(new EmailAddress(address, name(name.strip())));
    }

    private static String name(String written) {
        boolean quoted = written.startsWith("\"") && written.endsWith("\"") && written.length() > 1;
        String unquoted = quoted ? written.substring(1, written.length() - 1) : written;
        String plain = unquoted.replaceAll("\\\\(.)", "$1");
        return CleanText.line(EncodedWords.decoded(plain), LONGEST_NAME);
    }
}
