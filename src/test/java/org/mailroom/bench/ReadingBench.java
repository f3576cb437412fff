package org.mailroom.bench;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.message.MessageId;

/**
 * How long one thread needs to read mails, against plain Jakarta Mail that parses and decodes the same mails in the same
 * run, turn and turn about. Our reading does more: safe HTML, the new text, digests of files.
 */
final class ReadingBench {

    private static final int MAILS = 1_000;
    private static final long SEED = 1;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final MessageId ID = new MessageId("kept@example.org");
    private static final Session SESSION = Session.getInstance(new Properties());

    /** Reads one mail and says how much it found, so that nothing can be left undone unseen. */
    private interface Way {
        long read(byte[] mail) throws MessagingException, IOException;
    }

    private ReadingBench() {}

    public static void main(String[] arguments) throws Exception {
        List<byte[]> mails = MailMix.of(MAILS, SEED);
        long bytes = mails.stream().mapToLong(mail -> mail.length).sum();
        MailReader reader = new MailReader();
        Way ours =
                mail -> reader.read(ID, mail, address -> false).message().text().length();
        double[] our = new double[ROUNDS];
        double[] their = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double ourSeconds = seconds(mails, ours);
            double theirSeconds = seconds(mails, ReadingBench::plainly);
            if (round >= 0) {
                our[round] = ourSeconds;
                their[round] = theirSeconds;
            }
        }
        PrintStream out = System.out;
        out.printf("%d mails, %.1f MB, one thread, median of %d rounds%n", MAILS, bytes / 1e6, ROUNDS);
        print(out, "Mailroom", median(our), bytes);
        print(out, "Jakarta Mail", median(their), bytes);
        out.printf("ratio         %8.2f (aim: at most 2)%n", median(our) / median(their));
    }

    private static double seconds(List<byte[]> mails, Way way) throws MessagingException, IOException {
        long start = System.nanoTime();
        long found = 0;
        for (byte[] mail : mails) {
            found += way.read(mail);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (found == 0) {
            throw new IllegalStateException("Nothing was read");
        }
        return seconds;
    }

    private static long plainly(byte[] mail) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
        return message.getFrom().length
                + message.getAllRecipients().length
                + message.getSubject().length()
                + message.getSentDate().getTime() % 2
                + content(message);
    }

    private static long content(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return part.getContent().toString().length();
        }
        if (part.getContent() instanceof Multipart parts) {
            long found = 0;
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart each = parts.getBodyPart(at);
                found += content(each);
            }
            return found;
        }
        try (InputStream bytes = part.getInputStream()) {
            return bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(PrintStream out, String name, double seconds, long bytes) {
        out.printf("%-13s %8.0f mails/s %8.1f MB/s%n", name, MAILS / seconds, bytes / 1e6 / seconds);
    }
}
