package org.mailroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A fault in a model, as an analyst might make it: a folder under {@code src/test/resources/models} with the files that are at
 * fault, or a file {@code NAME.fault} that says what to change in a shipped model.
 *
 * @param files by name, those that are at fault
 * @param isRefused whether they must be refused; otherwise they are warned of
 * @param sentence what must be said about them, or a part of it
 */
public record PlantedFault(String name, Map<String, byte[]> files, boolean isRefused, String sentence) {

    private static final Path FAULTS = Path.of("src/test/resources/models");
    private static final List<Path> SHIPPED = List.of(Path.of("processes"), Path.of("forms"));

    public static List<PlantedFault> all() {
        return list(FAULTS).map(PlantedFault::read).toList();
    }

    /** Every shipped model and form, by name. */
    public static Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new TreeMap<>();
        SHIPPED.stream()
                .flatMap(PlantedFault::list)
                .filter(Files::isRegularFile)
                .forEach(file -> files.put(file.getFileName().toString(), bytes(file)));
        return files;
    }

    /** The shipped models with the fault among them. */
    public Map<String, byte[]> inTheFolder() {
        Map<String, byte[]> all = shipped();
        all.putAll(files);
        return all;
    }

    @Override
    public String toString() {
        return name;
    }

    private static PlantedFault read(Path at) {
        return Files.isDirectory(at) ? folder(at) : change(at);
    }

    private static PlantedFault folder(Path at) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        list(at).filter(file -> !file.endsWith("expected.txt"))
                .forEach(file -> files.put(file.getFileName().toString(), bytes(file)));
        return expected(at, files, text(at.resolve("expected.txt")).strip());
    }

    /** The lines are file, any number of replace and with or of remove (a pattern), and what is expected. */
    private static PlantedFault change(Path at) {
        List<String> lines = text(at).lines().toList();
        String file = value(lines.get(0));
        String changed = new String(shipped().get(file), StandardCharsets.UTF_8);
        for (int line = 1; line < lines.size() - 1; line++) {
            String before = changed;
            if (lines.get(line).startsWith("remove:")) {
                changed = changed.replaceAll(value(lines.get(line)), "");
            } else {
                changed = changed.replace(value(lines.get(line)), value(lines.get(++line)));
            }
            if (changed.equals(before)) {
                throw new IllegalStateException(at + " changes nothing in line " + line);
            }
        }
        return expected(at, Map.of(file, changed.getBytes(StandardCharsets.UTF_8)), lines.get(lines.size() - 1));
    }

    private static PlantedFault expected(Path at, Map<String, byte[]> files, String line) {
        String name = at.getFileName().toString().replace(".fault", "");
        return new PlantedFault(name, files, line.startsWith("refused: "), value(line));
    }

    private static String value(String line) {
        return line.substring(Math.min(line.length(), line.indexOf(':') + 2));
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
