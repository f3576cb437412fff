package org.mailroom.intake.mime;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailroom.intake.text.CleanText;
import org.mailroom.message.EmailAddress;

/** The header fields of a mail, by name, upper and lower case alike. */
public final class Fields {

    private static final int LONGEST = 10_000;

    private final Map<String, List<String>> values = new TreeMap<>();

    static Fields of(Part part) throws MessagingException {
        Fields fields = new Fields();
        for (Header header : Collections.list(part.getAllHeaders())) {
            fields.add(header.getName(), header.getValue());
        }
        return fields;
    }

    /** The value of the first field of this name, decoded, on one line. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of all fields of this name in their order, decoded, each on one line. */
    public List<String> all(String name) {
        return raw(name).stream()
                .map(value -> CleanText.line(FieldText.decoded(value), LONGEST))
                .toList();
    }

    /** The addresses in all fields of this name; what is no address is left out. */
    public List<EmailAddress> addresses(String name) {
        return raw(name).stream()
                .flatMap(field -> AddressList.in(field).stream())
                .toList();
    }

    /** Whether there is such a field, even an empty one. */
    public boolean has(String name) {
        return !raw(name).isEmpty();
    }

    /** Unfolded, not decoded. */
    List<String> raw(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                .add(FieldText.unfolded(value));
    }
}
