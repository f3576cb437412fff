package org.mailroom.outbox.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small SMTP server that answers as it is told: at a command (EHLO, MAIL, RCPT, DATA, the final dot) or to a recipient, with
 * an answer of its own, by hanging up, or by keeping silent. It serves one connection after the other.
 */
public final class GrumpyMailServer implements AutoCloseable {

    public static final String HANG_UP = "hang up";
    public static final String SILENCE = "silence";

    private static final int MOST_LINES = 10_000;

    private final ServerSocket door;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile int mailsPerGuest = Integer.MAX_VALUE;

    /** A mail that it took. */
    public record Taken(String from, List<String> recipients) {}

    public GrumpyMailServer() throws IOException {
        this(0);
    }

    public GrumpyMailServer(int port) throws IOException {
        door = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        var host = new Thread(this::serve, "grumpy mail server");
        host.setDaemon(true);
        host.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** @param to "hello" for a new guest, a command, "." for the end of the data, or a recipient's address */
    public GrumpyMailServer answer(String to, String answer) {
        answers.put(to, answer);
        return this;
    }

    /** So many mails over one connection, then it shows its guest out (421). */
    public GrumpyMailServer showOutAfter(int mails) {
        mailsPerGuest = mails;
        return this;
    }

    public void beKind() {
        answers.clear();
        mailsPerGuest = Integer.MAX_VALUE;
    }

    public int connections() {
        return connections.get();
    }

    /** Every line that a guest said, but for the mails. */
    public List<String> heard() {
        return heard;
    }

    public List<Taken> taken() {
        return taken;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                connections.incrementAndGet();
                guest.setSoTimeout(10_000);
                talk(guest);
            } catch (IOException gone) {
                // The guest or the test left; the next guest may come.
            }
        }
    }

    private void talk(Socket guest) throws IOException {
        var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = guest.getOutputStream();
        say(out, answers.getOrDefault("hello", "220 grumpy.example"));
        String from = "";
        List<String> recipients = new ArrayList<>();
        boolean data = false;
        int mails = 0;
        for (int lines = 0; lines < MOST_LINES; lines++) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            if (data && !line.equals(".")) {
                continue;
            }
            heard.add(line);
            String command = data ? "." : line.split("[ :]", 2)[0];
            String answer = answers.getOrDefault(bracketed(line), answers.getOrDefault(command, usual(command)));
            if (command.equals("MAIL") && mails++ >= mailsPerGuest) {
                say(out, "421 4.7.0 enough for now");
                return;
            }
            if (answer.equals(HANG_UP)) {
                return;
            }
            if (answer.equals(SILENCE)) {
                in.readLine();
                return;
            }
            say(out, answer);
            data = command.equals("DATA") && answer.startsWith("354");
            if (command.equals("MAIL")) {
                from = bracketed(line);
                recipients = new ArrayList<>();
            }
            if (command.equals("RCPT") && answer.startsWith("2")) {
                recipients.add(bracketed(line));
            }
            if (command.equals(".") && answer.startsWith("2")) {
                taken.add(new Taken(from, recipients));
            }
            if (command.equals("QUIT")) {
                return;
            }
        }
    }

    private static String usual(String command) {
        return switch (command) {
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static String bracketed(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>');
        return open < 0 || close < open ? "" : line.substring(open + 1, close);
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
