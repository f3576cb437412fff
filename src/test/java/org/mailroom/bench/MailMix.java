package org.mailroom.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Mails as a help desk gets them: of each 100, 70 in plain text, 15 with HTML as well, 5 with a file of 200 KB, 10 in which a
 * customer answers an earlier mail of his own, with a quotation and without any number. Charsets and transfer encodings vary.
 * The same seed gives the same bytes.
 */
final class MailMix {

    private static final int FILE_SIZE = 200_000;
    private static final int MAILS_OF_A_CUSTOMER = 3;
    private static final ZonedDateTime FIRST = ZonedDateTime.of(2026, 1, 6, 10, 0, 0, 0, ZoneOffset.UTC);
    private static final String[] WORDS =
            ("the heating in our flat has been cold since Monday and nobody came to look at it although we called twice "
                            + "please tell me when the technician can be here because my invoice für Überprüfung señor "
                            + "déjà payé is attached and we would like an answer until Friday thank you very much")
                    .split(" ");

    /** How the bytes of a text are written. */
    private enum Coding {
        SEVEN_BIT("7bit", StandardCharsets.US_ASCII),
        EIGHT_BIT("8bit", StandardCharsets.UTF_8),
        QUOTED("quoted-printable", StandardCharsets.ISO_8859_1),
        BASE64("base64", StandardCharsets.UTF_8);

        private final String encoding;
        private final Charset charset;

        Coding(String encoding, Charset charset) {
            this.encoding = encoding;
            this.charset = charset;
        }

        private String header(String type) {
            return "Content-Type: " + type + "; charset=" + charset.name() + "\r\nContent-Transfer-Encoding: "
                    + encoding + "\r\n\r\n";
        }

        private byte[] write(String text) {
            byte[] bytes = text.getBytes(charset);
            return switch (this) {
                case SEVEN_BIT, EIGHT_BIT -> bytes;
                case QUOTED -> quoted(bytes);
                case BASE64 -> Base64.getMimeEncoder().encode(bytes);
            };
        }

        private static byte[] quoted(byte[] bytes) {
            StringBuilder quoted = new StringBuilder(bytes.length * 2);
            for (byte each : bytes) {
                boolean plain = each == '\r' || each == '\n' || each >= ' ' && each < 127 && each != '=';
                quoted.append(plain ? String.valueOf((char) each) : String.format("=%02X", each & 0xFF));
            }
            return quoted.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * A mail of the mix.
     *
     * @param answered the Message-ID of the mail that it answers; null for a new request
     * @param first the Message-ID of the mail that began its conversation: its own for a new request
     */
    record Mixed(byte[] raw, String messageId, @Nullable String answered, String first, String sender) {}

    private final int customers;
    private final long seed;
    private final Random random;
    private final List<Mixed> mails = new ArrayList<>();
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();

    private MailMix(int count, long seed) {
        this.customers = count / MAILS_OF_A_CUSTOMER + 1;
        this.seed = seed;
        random = new Random(seed);
    }

    static List<byte[]> of(int count, long seed) {
        return mixed(count, seed).stream().map(Mixed::raw).toList();
    }

    static List<Mixed> mixed(int count, long seed) {
        MailMix mix = new MailMix(count, seed);
        for (int number = 0; number < count; number++) {
            mix.mails.add(mix.mail(number));
        }
        return mix.mails;
    }

    private Mixed mail(int number) {
        mail.reset();
        int kind = number % 20;
        Mixed answered = kind >= 18 ? mails.get(random.nextInt(number)) : null;
        String id = number + "." + random.nextInt(1 << 30) + "@customer.example";
        String sender = answered == null
                ? "customer" + number % customers + "." + seed + "@customer.example"
                : answered.sender();
        header(number, id, sender, answered);
        if (kind == 17) {
            withFile();
        } else if (kind >= 14 && kind < 17) {
            withHtml();
        } else {
            plain(kind >= 18 ? text() + quotation() : text());
        }
        return new Mixed(
                mail.toByteArray(),
                id,
                answered == null ? null : answered.messageId(),
                answered == null ? id : answered.first(),
                sender);
    }

    private void header(int number, String id, String sender, @Nullable Mixed answered) {
        for (int hop = 0; hop < 4; hop++) {
            line("Received: from mx" + hop + ".example.net (mx" + hop + ".example.net [192.0.2." + hop
                    + "])\r\n\tby mail.example.org (Postfix) with ESMTPS id 4F" + random.nextInt(1 << 24)
                    + "\r\n\tfor <support@mailroom.localhost>; " + date(number));
        }
        line("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=customer.example; s=mail;\r\n\tb="
                + Base64.getEncoder().encodeToString(bytes(192)).replaceAll("(.{60})", "$1\r\n\t "));
        line("From: =?UTF-8?Q?Customer_N=C3=BAmber_" + number + "?= <" + sender + ">");
        line("To: Support <support@mailroom.localhost>");
        line("Subject: " + (answered == null ? "" : "Re: ") + "=?UTF-8?B?"
                + base64("Heizung kalt, Überprüfung " + number) + "?=");
        line("Date: " + date(number));
        line("Message-ID: <" + id + ">");
        if (answered != null) {
            line("In-Reply-To: <" + answered.messageId() + ">");
            line("References: <" + answered.first() + ">"
                    + (answered.answered() == null ? "" : "\r\n <" + answered.messageId() + ">"));
        }
        line("MIME-Version: 1.0");
    }

    private void plain(String text) {
        Coding coding = Coding.values()[random.nextInt(Coding.values().length)];
        write(coding.header("text/plain"));
        write(coding.write(text));
    }

    private void withHtml() {
        write("Content-Type: multipart/alternative; boundary=\"=_alternative\"\r\n\r\n--=_alternative\r\n");
        String text = text();
        plain(text);
        write("\r\n--=_alternative\r\n");
        write(Coding.QUOTED.header("text/html"));
        write(Coding.QUOTED.write("<html><head><style>p { margin: 0 }</style></head><body><p>"
                + text.replace("\r\n\r\n", "</p>\r\n<p>") + "</p><p><b>Kind regards</b></p></body></html>"));
        write("\r\n--=_alternative--\r\n");
    }

    private void withFile() {
        write("Content-Type: multipart/mixed; boundary=\"=_mixed\"\r\n\r\n--=_mixed\r\n");
        plain(text());
        write(
                "\r\n--=_mixed\r\nContent-Type: image/jpeg; name=\"photo.jpg\"\r\n"
                        + "Content-Disposition: attachment; filename=\"photo.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        write(Base64.getMimeEncoder().encode(bytes(FILE_SIZE)));
        write("\r\n--=_mixed--\r\n");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = 2_000 + random.nextInt(4_000);
        int column = 0;
        while (text.length() < length) {
            String word = WORDS[random.nextInt(WORDS.length)];
            column += word.length() + 1;
            text.append(word).append(column > 70 ? random.nextInt(6) == 0 ? "\r\n\r\n" : "\r\n" : " ");
            column = column > 70 ? 0 : column;
        }
        return text.append("\r\n\r\nKind regards\r\nJane\r\n").toString();
    }

    private String quotation() {
        return "\r\nOn 6 Jan 2026, at 10:00, Support <support@mailroom.localhost> wrote:\r\n\r\n> "
                + text().strip().replace("\r\n", "\r\n> ") + "\r\n";
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void line(String line) {
        write(line + "\r\n");
    }

    private void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        mail.writeBytes(bytes);
    }

    private static String date(int number) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(FIRST.plusMinutes(number));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
