package org.mailroom.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Dovecot of the system, private to whoever starts it: a port and a folder of its own, nothing of the system's
 * configuration. Its one user has the password {@code bench}.
 */
public final class Dovecot implements AutoCloseable {

    public static final String USER = "user";
    public static final String PASSWORD = "bench";

    /** Root's Dovecot reads mail as this user, as it refuses to do that as root. */
    private static final String MAIL_USER = "mail";

    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/dovecot"), Path.of("/usr/bin/dovecot"));

    private final Path folder;
    private final String owner;
    private final int port;
    private int delivered;
    private Process process;

    private Dovecot(Path folder, String owner, int port) throws IOException {
        this.folder = folder;
        this.owner = owner;
        this.port = port;
        this.process = run();
    }

    public static Optional<Path> installed() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    }

    /**
     * @param folder an empty one, which must be there; where this runs as root, others must be allowed to enter it and
     *     those above it
     * @throws IllegalStateException where that is not so, or Dovecot is not installed
     */
    public static Dovecot start(Path folder) throws IOException {
        String me = System.getProperty("user.name");
        Path home = folder.toRealPath();
        if (me.equals("root")) {
            refuseClosed(home);
        }
        Dovecot dovecot = new Dovecot(home, me.equals("root") ? MAIL_USER : me, freePort());
        dovecot.awaitAnswer();
        return dovecot;
    }

    public int port() {
        return port;
    }

    /** The program's own process; those that serve connections are its children. */
    public long pid() {
        return process.pid();
    }

    /** Lays mails into the inbox, all at once and in their order. */
    public void deliver(List<byte[]> mails) throws IOException {
        Path made = maildir("tmp");
        Path fresh = maildir("new");
        for (byte[] mail : mails) {
            Files.write(made.resolve(name(mail, delivered++)), mail);
        }
        own(made);
        try (Stream<Path> ready = Files.list(made)) {
            for (Path mail : ready.sorted().toList()) {
                Files.move(mail, fresh.resolve(mail.getFileName()));
            }
        }
    }

    /** How many mails lie in the inbox, by whether they were marked as seen. */
    public long count(boolean seen) throws IOException {
        long all = 0;
        for (String place : List.of("new", "cur")) {
            try (Stream<Path> mails = Files.list(maildir(place))) {
                all += mails.filter(mail -> seen == isSeen(mail)).count();
            }
        }
        return all;
    }

    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts it again on the same port and the same mail. */
    public void startAgain() throws IOException {
        process = run();
        awaitAnswer();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    private static boolean isSeen(Path mail) {
        String name = mail.getFileName().toString();
        return name.contains(":2,") && name.indexOf('S', name.indexOf(":2,")) > 0;
    }

    private static String name(byte[] mail, int number) {
        return "1700000000.M%07dP1Q%d.bench,S=%d".formatted(number, number, mail.length);
    }

    private Process run() throws IOException {
        Path program = installed()
                .orElseThrow(() -> new IllegalStateException(
                        "Dovecot is not installed: apt-get install dovecot-core dovecot-imapd"));
        for (String place : List.of("tmp", "new", "cur")) {
            Files.createDirectories(maildir(place));
        }
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(
                folder.resolve("passwd"), USER + ":{PLAIN}" + PASSWORD + "::::" + folder.resolve("home") + "::\n");
        Files.writeString(folder.resolve("dovecot.conf"), configuration());
        own(folder.resolve("home"));
        return new ProcessBuilder(
                        program.toString(),
                        "-F",
                        "-c",
                        folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dovecot.out").toFile())
                .start();
    }

    private String configuration() {
        boolean root = !owner.equals(System.getProperty("user.name"));
        return """
                base_dir = %1$s/run
                log_path = %1$s/dovecot.log
                protocols = imap
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                mail_location = maildir:%%h/Maildir
                mail_uid = %2$s
                mail_gid = %2$s
                first_valid_uid = 1
                first_valid_gid = 1
                mail_max_userip_connections = 50
                passdb {
                  driver = passwd-file
                  args = %1$s/passwd
                }
                userdb {
                  driver = passwd-file
                  args = %1$s/passwd
                  default_fields = uid=%2$s gid=%2$s
                }
                namespace inbox {
                  inbox = yes
                }
                service imap-login {
                  %4$s
                  inet_listener imap {
                    address = 127.0.0.1
                    port = %3$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service anvil {
                  %4$s
                }
                service stats {
                  unix_listener stats-writer {
                    mode = 0666
                  }
                }
                %5$s
                """
                .formatted(
                        folder,
                        owner,
                        port,
                        root ? "" : "chroot =",
                        root
                                ? ""
                                : "default_internal_user = %1$s\ndefault_login_user = %1$s\ndefault_internal_group = %1$s"
                                        .formatted(owner));
    }

    private void awaitAnswer() {
        await("Dovecot, see " + folder.resolve("dovecot.log")).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Dovecot ended by itself, see " + folder.resolve("dovecot.out"));
            }
            try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return connected.getInputStream().read() == '*';
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    private Path maildir(String place) {
        return folder.resolve("home").resolve("Maildir").resolve(place);
    }

    private void own(Path top) throws IOException {
        if (owner.equals(System.getProperty("user.name"))) {
            return;
        }
        var principal = FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.toList()) {
                Files.setOwner(each, principal);
            }
        }
    }

    private static void refuseClosed(Path folder) throws IOException {
        for (Path each = folder; each != null; each = each.getParent()) {
            if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IllegalStateException("Dovecot reads mail as the user " + MAIL_USER + ", who may not enter "
                        + each + ": run this as somebody else than root, or from another folder");
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
