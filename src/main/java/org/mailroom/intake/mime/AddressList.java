package org.mailroom.intake.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.intake.text.CleanText;
import org.mailroom.message.EmailAddress;

/**
 * The addresses in a field (RFC 5322, 3.4), read as people and programs write them: unquoted commas in names, semicolons
 * between addresses, names behind the address, groups. What holds no address is passed over.
 */
final class AddressList {

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>(),;:\"\\[\\]]+(@\\[[^\\s\\]]+\\])?|\"[^\"\\s]+\"@[^\\s<>@]+");

    private final String field;
    private final int lastAngle;
    private final List<EmailAddress> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String inAngles = "";
    private int at;

    private AddressList(String field) {
        this.field = field;
        this.lastAngle = field.lastIndexOf('<');
    }

    /** @param field unfolded, not decoded */
    static List<EmailAddress> in(String field) {
        AddressList list = new AddressList(field);
        list.read();
        return list.found;
    }

    private void read() {
        while (at < field.length() && found.size() < MOST) {
            char letter = field.charAt(at++);
            switch (letter) {
                case '"' -> words.append('"').append(until('"')).append('"');
                case '<' -> inAngles = until('>');
                case '(' -> comment.append(until(')'));
                case ',', ';' -> end(letter);
                case ':' -> endGroupName();
                default -> words.append(letter);
            }
        }
        end(';');
    }

    /** Only what is not encoded: in an encoded word a colon is a letter like any other. */
    private void endGroupName() {
        if (words.indexOf("=?") < 0) {
            words.setLength(0);
        } else {
            words.append(':');
        }
    }

    private String until(char end) {
        StringBuilder inside = new StringBuilder();
        while (at < field.length() && field.charAt(at) != end) {
            char letter = field.charAt(at++);
            boolean escapes = letter == '\\' && end != '>' && at < field.length();
            inside.append(escapes ? field.charAt(at++) : letter);
        }
        at++;
        return inside.toString();
    }

    /** A comma after words that are no address belongs to a name that should have been quoted: "Doe, Jane <jane@...>". */
    private void end(char separator) {
        boolean bareName = inAngles.isBlank()
                && words.indexOf("@") < 0
                && !words.toString().isBlank();
        if (bareName && separator == ',' && lastAngle >= at) {
            words.append(separator);
            return;
        }
        address().ifPresent(found::add);
        words.setLength(0);
        comment.setLength(0);
        inAngles = "";
    }

    private Optional<EmailAddress> address() {
        String beside = words.toString().strip();
        if (!inAngles.isBlank()) {
            return valid(inAngles).map(address -> new EmailAddress(address, name(beside)));
        }
        return valid(beside).map(address -> new EmailAddress(address, name(comment.toString())));
    }

    private static Optional<String> valid(String written) {
        String address = FieldText.decoded(written).strip();
        boolean clean = CleanText.line(address, LONGEST_ADDRESS).equals(address);
        return clean && ADDRESS.matcher(address).matches() ? Optional.of(address) : Optional.empty();
    }

    private static String name(String written) {
        String unquoted = written.startsWith("\"") && written.endsWith("\"") && written.length() > 1
                ? written.substring(1, written.length() - 1)
                : written;
        return CleanText.line(FieldText.decoded(unquoted), LONGEST_NAME);
    }
}
