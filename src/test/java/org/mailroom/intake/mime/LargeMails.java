package org.mailroom.intake.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

/** Mails that are large, each in a way of its own. */
final class LargeMails {

    static final int FILE_SIZE = 25_000_000;
    static final int FILES = 1_000;
    static final int RECIPIENTS = 500;
    static final int HEADER_LINES = 20_000;
    static final int LINE = 10_000_000;

    static final int AT_ONCE = 10;

    private LargeMails() {}

    static Map<String, Supplier<byte[]>> all() {
        Map<String, Supplier<byte[]>> mails = new TreeMap<>();
        mails.put("large file", LargeMails::largeFile);
        mails.put("many files", LargeMails::manyFiles);
        mails.put("many recipients", LargeMails::manyRecipients);
        mails.put("many header lines", LargeMails::manyHeaderLines);
        mails.put("one long line", () -> mail("Content-Type: text/plain\r\n\r\n" + "word ".repeat(LINE / 5)));
        mails.put("one long line of HTML", () -> mail("Content-Type: text/html\r\n\r\n" + "<p>a".repeat(LINE / 4)));
        return mails;
    }

    static Message read(byte[] mail) {
        return new MailReader()
                .read(new MessageId("large@example.org"), mail, address -> false)
                .message();
    }

    private static byte[] largeFile() {
        byte[] begin = mail("Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n\r\nHello\r\n--m\r\n"
                + "Content-Type: application/pdf; name=large.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        byte[] file = new byte[FILE_SIZE];
        new java.util.Random(1).nextBytes(file);
        byte[] encoded = Base64.getMimeEncoder().encode(file);
        byte[] whole = java.util.Arrays.copyOf(begin, begin.length + encoded.length + 7);
        System.arraycopy(encoded, 0, whole, begin.length, encoded.length);
        System.arraycopy("\r\n--m--".getBytes(StandardCharsets.US_ASCII), 0, whole, whole.length - 7, 7);
        return whole;
    }

    private static byte[] manyFiles() {
        return mail(IntStream.range(0, FILES)
                .mapToObj(number -> "--m\r\nContent-Type: image/png; name=" + number + ".png\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + "QUJD".repeat(4_000) + "\r\n")
                .collect(Collectors.joining("", "Content-Type: multipart/mixed; boundary=m\r\n\r\n", "--m--\r\n")));
    }

    private static byte[] manyRecipients() {
        return mail(IntStream.range(0, RECIPIENTS)
                .mapToObj(number -> "=?utf-8?Q?M=C3=BCller=2C_" + number + "?= <p" + number + "@example.org>")
                .collect(Collectors.joining(",\r\n ", "To: ", "\r\n\r\nHello\r\n")));
    }

    private static byte[] manyHeaderLines() {
        return mail("X-Line: a line of some length, as servers write them\r\n".repeat(HEADER_LINES)
                + "Subject: After many lines\r\n\r\nHello\r\n");
    }

    private static byte[] mail(String rest) {
        return ("From: jane@example.org\r\nMIME-Version: 1.0\r\n" + rest).getBytes(StandardCharsets.UTF_8);
    }

    /** Ten of them at the same time, each of them made anew. */
    static List<Message> readAtOnce(Supplier<byte[]> large) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Message>> tasks = new ArrayList<>();
            for (int number = 0; number < AT_ONCE; number++) {
                byte[] mail = large.get();
                tasks.add(() -> read(mail));
            }
            List<Message> read = new ArrayList<>();
            for (Future<Message> message : readers.invokeAll(tasks)) {
                read.add(message.get());
            }
            return read;
        } finally {
            readers.shutdown();
        }
    }
}
