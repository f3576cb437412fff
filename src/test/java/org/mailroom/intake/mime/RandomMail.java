package org.mailroom.intake.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.mailroom.message.Content;

/** A mail of random shape that keeps the rules of MIME, and the files that were put into it. */
final class RandomMail {

    private static final int DEEPEST = 5;
    private static final List<String> KINDS =
            List.of("mixed", "related", "alternative", "signed", "parallel", "report", "digest", "x-unheard-of");
    private static final List<String> TEXTS =
            List.of("text/plain", "text/html; charset=utf-8", "text/plain; format=flowed");
    private static final List<String> TYPES =
            List.of("application/pdf", "image/png", "application/octet-stream", "text/csv", "audio/ogg");

    private final Random random;
    private final List<Content> files = new ArrayList<>();
    private int boundaries;

    RandomMail(long seed) {
        this.random = new Random(seed);
    }

    /** The bytes of those put into it so far. */
    List<Content> files() {
        return files;
    }

    byte[] bytes() {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        write(mail, "From: Jane <jane@example.org>\r\nSubject: Random\r\nMIME-Version: 1.0\r\n");
        part(mail, 0, true);
        return mail.toByteArray();
    }

    private void part(ByteArrayOutputStream out, int depth, boolean whole) {
        int choice = random.nextInt(10);
        if (depth < DEEPEST && (choice < 4 || (whole && choice < 8))) {
            multipart(out, depth);
        } else if (depth < DEEPEST && choice == 4 && !whole) {
            attachedMail(out, depth);
        } else if (choice < 7) {
            write(out, "Content-Type: " + any(TEXTS) + "\r\n\r\n" + "Words. ".repeat(random.nextInt(5)) + "\r\n");
        } else {
            file(out);
        }
    }

    private void multipart(ByteArrayOutputStream out, int depth) {
        String boundary = "b" + "-=_".charAt(random.nextInt(3)) + boundaries++;
        write(out, "Content-Type: multipart/" + any(KINDS) + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n");
        int count = 1 + random.nextInt(4);
        for (int number = 0; number < count; number++) {
            write(out, "--" + boundary + "\r\n");
            part(out, depth + 1, false);
            write(out, "\r\n");
        }
        write(out, random.nextInt(4) == 0 ? "" : "--" + boundary + "--\r\n");
    }

    private void attachedMail(ByteArrayOutputStream out, int depth) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        write(mail, "From: carl@example.org\r\nSubject: Inner " + boundaries++ + "\r\n");
        part(mail, depth + 1, true);
        write(out, "Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n");
        out.writeBytes(mail.toByteArray());
    }

    private void file(ByteArrayOutputStream out) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        files.add(Content.of(bytes));
        write(out, "Content-Type: " + any(TYPES) + "\r\nContent-Disposition: attachment");
        write(out, random.nextBoolean() ? "; filename=\"f" + files.size() + ".bin\"\r\n" : "\r\n");
        write(out, "Content-Transfer-Encoding: base64\r\n\r\n");
        out.writeBytes(Base64.getMimeEncoder().encode(bytes));
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
