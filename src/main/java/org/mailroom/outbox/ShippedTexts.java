package org.mailroom.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.outbox.MailTexts.Kind;
import org.springframework.core.io.ClassPathResource;

/** The texts that come with Mailroom, in {@code texts/}: a line {@code Subject: …}, an empty line, the body. */
final class ShippedTexts {

    private static final String SUBJECT = "Subject: ";

    private static final Map<Kind, WrittenText> READ = new ConcurrentHashMap<>();

    private ShippedTexts() {}

    static WrittenText of(Kind kind) {
        return READ.computeIfAbsent(kind, ShippedTexts::read);
    }

    private static WrittenText read(Kind kind) {
        String file = "texts/" + kind.name().toLowerCase(Locale.ROOT) + ".mustache";
        String[] parts = read(file).split("\n\n", 2);
        if (parts.length != 2 || !parts[0].startsWith(SUBJECT)) {
            throw new IllegalStateException(file + " must begin with '" + SUBJECT + "…' and an empty line");
        }
        return new WrittenText(parts[0].substring(SUBJECT.length()), parts[1]);
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
