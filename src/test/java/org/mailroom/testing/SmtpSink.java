package org.mailroom.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server (SMTP) that takes every mail and keeps of it only which mail it was. It can be told to refuse every n-th for
 * now, to fall silent, and to take every n-th without saying so.
 */
public final class SmtpSink implements AutoCloseable {

    /**
     * A mail that was taken.
     *
     * @param messageId without brackets, as are all identifiers here; empty where it names none
     * @param inReplyTo empty where it answers none
     */
    public record Taken(List<String> recipients, String messageId, String inReplyTo, Instant at) {}

    private final ServerSocket door;
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger tried = new AtomicInteger();
    private volatile int refuseEvery;
    private volatile int unansweredEvery;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    private SmtpSink(ServerSocket door) {
        this.door = door;
    }

    /** On a free port of this machine, for nobody else. */
    public static SmtpSink start() {
        try {
            SmtpSink sink = new SmtpSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            inBackground(sink::welcome);
            return sink;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** All that were taken, in the order in which they were. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    public int count() {
        return count.get();
    }

    /** How many were refused for now. */
    public int refused() {
        return refused.get();
    }

    /** Every n-th mail is refused for now (451) from here on; 0 refuses none. */
    public void refuseEvery(int mails) {
        refuseEvery = mails;
    }

    /** Every n-th mail is taken, but whoever brought it hears nothing any more; 0 answers all. */
    public void leaveEveryUnanswered(int mails) {
        unansweredEvery = mails;
    }

    /** Nobody gets an answer until {@link #speak}. */
    public void fallSilent() {
        silence = new CountDownLatch(1);
    }

    public void speak() {
        silence.countDown();
    }

    @Override
    public void close() throws IOException {
        door.close();
        speak();
        for (Socket guest : guests) {
            guest.close();
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                inBackground(() -> attend(guest));
            } catch (IOException gone) {
                // That one left again, or the door was closed.
            }
        }
    }

    private void attend(Socket guest) {
        guests.add(guest);
        try (guest) {
            guest.setTcpNoDelay(true);
            new Visit(guest).attend();
        } catch (IOException | InterruptedException gone) {
            // As each does in the end.
        } finally {
            guests.remove(guest);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Visit {

        private final InputStream in;
        private final OutputStream out;
        private final List<String> recipients = new ArrayList<>();

        Visit(Socket guest) throws IOException {
            in = new BufferedInputStream(guest.getInputStream(), 65_536);
            out = new BufferedOutputStream(guest.getOutputStream());
        }

        /** Ends when the guest leaves. */
        void attend() throws IOException, InterruptedException {
            say("220 sink ESMTP");
            while (answer(line())) {
                // the next command
            }
        }

        private boolean answer(String line) throws IOException, InterruptedException {
            String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say("250-sink", "250-8BITMIME", "250 SIZE 104857600");
                case "MAIL" -> begin();
                case "RCPT" -> {
                    recipients.add(line.substring(line.indexOf('<') + 1, line.lastIndexOf('>')));
                    say("250 2.1.5 Ok");
                }
                case "DATA" -> {
                    say("354 Go on");
                    return take();
                }
                case "QUIT" -> {
                    say("221 2.0.0 Bye");
                    return false;
                }
                default -> say("250 2.0.0 Ok");
            }
            return true;
        }

        private void begin() throws IOException, InterruptedException {
            recipients.clear();
            if (isEvery(refuseEvery, tried.incrementAndGet())) {
                refused.incrementAndGet();
                say("451 4.3.0 Please try again later");
            } else {
                say("250 2.1.0 Ok");
            }
        }

        /** False where the guest is left without an answer. */
        private boolean take() throws IOException, InterruptedException {
            Header header = new Header();
            String line = line();
            while (!line.equals(".")) {
                header.add(line);
                line = line();
            }
            taken.add(new Taken(
                    List.copyOf(recipients), header.id("message-id"), header.id("in-reply-to"), Instant.now()));
            if (isEvery(unansweredEvery, count.incrementAndGet())) {
                return false;
            }
            say("250 2.0.0 Ok");
            return true;
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(80);
            int next = in.read();
            while (next != '\n' && next != -1) {
                line.write(next);
                next = in.read();
            }
            if (next == -1) {
                throw new EOFException("Nobody there any more");
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }

        private void say(String... lines) throws IOException, InterruptedException {
            silence.await();
            for (String line : lines) {
                out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            out.flush();
        }
    }

    private static boolean isEvery(int every, int number) {
        return every > 0 && number % every == 0;
    }

    /** The header of a mail while it comes, line by line. */
    private static final class Header {

        private final StringBuilder unfolded = new StringBuilder();
        private boolean over;

        void add(String line) {
            over = over || line.isEmpty();
            if (!over) {
                boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
                unfolded.append(goesOn ? "" : "\n").append(line);
            }
        }

        String id(String field) {
            return unfolded.toString()
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, field + ":", 0, field.length() + 1))
                    .map(line -> line.substring(field.length() + 1).replaceAll("[<>\\s]", ""))
                    .findFirst()
                    .orElse("");
        }
    }
}
