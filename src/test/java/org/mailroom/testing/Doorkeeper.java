package org.mailroom.testing;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before the mail server to which Mailroom hands its mail: passes on what both say, but answers for the server, or
 * keeps its answer back, where a test told it to.
 */
public final class Doorkeeper {

    private final int server;
    private final ServerSocket door;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /** @param server the port of the mail server behind the door */
    Doorkeeper(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        inBackground(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whoever has mail for this address is answered so, and the server hears nothing of it. */
    public void answer(String address, String answer) {
        answers.put(address, answer);
    }

    /** The server takes mail for this address, but whoever brought it does not hear that it did. */
    public void leaveUnanswered(String address) {
        unanswered.add(address);
    }

    /** Whether the server took mail for this address and nobody heard of it. */
    public boolean tookUnanswered(String address) {
        return taken.contains(address);
    }

    /** From now on the server answers for itself again. */
    public void letIn(String address) {
        answers.remove(address);
        unanswered.remove(address);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                inBackground(() -> attend(guest));
            } catch (IOException gone) {
                // That one left again; the next may come.
            }
        }
    }

    private void attend(Socket guest) {
        try (guest;
                Socket host = new Socket(InetAddress.getLoopbackAddress(), server)) {
            new Visit(guest, host).attend();
        } catch (IOException gone) {
            // One of them left, as each does in the end.
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "doorkeeper");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Visit {

        private final Socket guest;
        private final Socket host;
        private final BufferedReader fromGuest;
        private final BufferedReader fromHost;
        private String recipient = "";

        Visit(Socket guest, Socket host) throws IOException {
            this.guest = guest;
            this.host = host;
            fromGuest = reader(guest);
            fromHost = reader(host);
        }

        /** Ends by an exception, when one of the two has left. */
        void attend() throws IOException {
            say(guest, reply());
            while (true) {
                String line = heard(fromGuest);
                if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                String ours = line.startsWith("RCPT") ? answers.get(recipient) : null;
                String answer = ours == null ? asked(line) : ours;
                say(guest, answer);
                if (answer.startsWith("354")) {
                    handOver();
                }
            }
        }

        private void handOver() throws IOException {
            String line = heard(fromGuest);
            while (!line.equals(".")) {
                say(host, line);
                line = heard(fromGuest);
            }
            String answer = asked(line);
            if (unanswered.contains(recipient)) {
                taken.add(recipient);
                heard(fromGuest);
            }
            say(guest, answer);
        }

        private String asked(String line) throws IOException {
            say(host, line);
            return reply();
        }

        /** What the server says; all its lines but the last have a hyphen behind the code. */
        private String reply() throws IOException {
            String line = heard(fromHost);
            return line.startsWith("-", 3) ? line + "\r\n" + reply() : line;
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static String heard(BufferedReader from) throws IOException {
        String line = from.readLine();
        if (line == null) {
            throw new EOFException("Nobody there any more");
        }
        return line;
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.getOutputStream().flush();
    }
}
