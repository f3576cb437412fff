package org.mailroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process and those that it started take of the machine, as Linux counts it under {@code /proc}. */
final class ProcessMeter {

    private static final double TICKS_PER_SECOND = 100;
    private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

    private final List<Long> roots;
    private final double before;
    private long peakKilobytes;

    ProcessMeter(List<Long> roots) {
        this.roots = List.copyOf(roots);
        this.before = total();
    }

    /** CPU seconds since this meter was made, of those that ended meanwhile too. */
    double seconds() {
        return total() - before;
    }

    /** Asks for the memory of now, a page that several share counted once (PSS). */
    void lookAtMemory() {
        peakKilobytes = Math.max(
                peakKilobytes, family().mapToLong(ProcessMeter::kilobytes).sum());
    }

    double peakMegabytes() {
        return peakKilobytes / 1024.0;
    }

    private double total() {
        return family().mapToDouble(ProcessMeter::cpu).sum();
    }

    private Stream<Long> family() {
        return roots.stream()
                .flatMap(root -> ProcessHandle.of(root).stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .distinct();
    }

    /** Its own and that of its children whose end it has seen. */
    private static double cpu(long pid) {
        String stat = text(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return TIMES.stream().mapToLong(at -> Long.parseLong(fields[at])).sum() / TICKS_PER_SECOND;
    }

    private static long kilobytes(long pid) {
        return text(pid, "smaps_rollup")
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static String text(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", "" + pid, file));
        } catch (IOException ended) {
            return "";
        }
    }
}
