package org.mailroom.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.mailroom.outbox.MailTexts.Kind;
import org.mailroom.outbox.MailTexts.Text;
import org.springframework.core.io.ClassPathResource;

/** The texts that come with Mailroom, in {@code texts/}: a line {@code Subject: …}, an empty line, the body. */
final class ShippedTexts {

    private static final String SUBJECT = "Subject: ";

    private ShippedTexts() {}

    static Text of(Kind kind) {
        String file = "texts/" + kind.name().toLowerCase(Locale.ROOT) + ".mustache";
        String[] parts = read(file).split("\n\n", 2);
        if (parts.length != 2 || !parts[0].startsWith(SUBJECT)) {
            throw new IllegalStateException(file + " must begin with '" + SUBJECT + "…' and an empty line");
        }
        return new Text(parts[0].substring(SUBJECT.length()), parts[1]);
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
