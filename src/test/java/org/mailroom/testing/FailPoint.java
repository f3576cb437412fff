package org.mailroom.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A step at which a Mailroom in a JVM of its own dies on the spot, as by kill -9, when it first comes there. Nothing of it is
 * in Mailroom itself: the step is written into the classes of that JVM as they are loaded.
 *
 * @param type name of the class
 * @param after whether it dies after the method, or before it
 */
public record FailPoint(String type, String method, boolean after) {

    /** By which one sees that it was this that ended the JVM. */
    static final int EXIT = 137;

    private static final Path AGENT = Path.of("target", "fail-point.jar");

    public static FailPoint before(String type, String method) {
        return new FailPoint(type, method, false);
    }

    public static FailPoint after(String type, String method) {
        return new FailPoint(type, method, true);
    }

    /** The options by which a JVM comes to die there. */
    public List<String> options() throws IOException {
        packAgent();
        return List.of("-javaagent:" + AGENT + "=" + this);
    }

    static FailPoint of(String written) {
        String[] parts = written.split(" ");
        return new FailPoint(parts[1], parts[2], parts[0].equals("after"));
    }

    @Override
    public String toString() {
        return (after ? "after " : "before ") + type + " " + method;
    }

    private static void packAgent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), FailPointAgent.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(AGENT), manifest)) {
            for (Class<?> part : List.of(
                    FailPoint.class,
                    FailPointAgent.class,
                    FailPointAgent.DieBefore.class,
                    FailPointAgent.DieAfter.class)) {
                String entry = part.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(entry));
                try (InputStream bytes = part.getResourceAsStream("/" + entry)) {
                    bytes.transferTo(jar);
                }
            }
        }
    }
}
