package org.mailroom.intake.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Damages a mail as the world does, and worse: bytes lost, doubled, swapped, and words of mail where none belong. */
final class Mutation {

    private static final int MOST = 12;
    private static final List<String> WORDS = List.of(
            "\r\n",
            "\n",
            "\r",
            "\r\n\r\n",
            "--",
            "--m",
            "--m--",
            "\"",
            "\\",
            ";",
            ",",
            "<",
            ">",
            "(",
            ")",
            "=?",
            "?=",
            "=?utf-8?B?",
            "=?utf-8?Q?=",
            "=",
            "=\r\n",
            "%",
            "*0*=",
            "utf-8''",
            "\0",
            "\u001b$B",
            "+",
            "begin 644 a\r\n",
            "end\r\n",
            "Content-Type: multipart/mixed; boundary=m\r\n",
            "Content-Type: message/rfc822\r\n",
            "Content-Type: text/html\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "charset=utf-16",
            "charset=utf-7",
            "boundary=\"\"",
            "From ",
            "format=flowed; delsp=yes",
            "BEGIN:VEVENT\r\n",
            "{\\rtf1",
            "\\'",
            "<p>",
            "&#0;");

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(byte[] mail) {
        byte[] mutated = mail;
        int count = 1 + random.nextInt(MOST);
        for (int number = 0; number < count; number++) {
            mutated = once(mutated);
        }
        return mutated;
    }

    private byte[] once(byte[] mail) {
        int at = random.nextInt(mail.length + 1);
        int end = Math.min(mail.length, at + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> joined(mail, at, new byte[0], end);
            case 1 -> joined(mail, at, WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8), at);
            case 2 -> joined(mail, end, java.util.Arrays.copyOfRange(mail, at, end), end);
            case 3 -> joined(mail, at, new byte[] {(byte) random.nextInt(256)}, Math.min(mail.length, at + 1));
            case 4 -> joined(mail, at, new byte[0], random.nextInt(8) == 0 ? mail.length : at);
            default -> joined(mail, at, mail, random.nextInt(16) == 0 ? at : mail.length);
        };
    }

    private static byte[] joined(byte[] mail, int before, byte[] between, int after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(mail, 0, before);
        out.write(between, 0, Math.min(between.length, 100_000));
        out.write(mail, after, mail.length - after);
        return out.toByteArray();
    }
}
