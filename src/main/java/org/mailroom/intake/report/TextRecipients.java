package org.mailroom.intake.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailroom.intake.text.CleanText;

/**
 * Whom a report in words is about. Each address in it has a {@link Standing} by the shape of its line; the best that there is
 * counts, so that a server which lists addresses is not misread because it also names a helpline.
 */
final class TextRecipients {

    private static final int MOST = 200;
    private static final int MOST_LINES = 40;
    private static final int LONGEST_BLOCK = 3_000;

    private final List<String> lines;
    private final List<String> lower;
    private final Optional<StatusCode> codedAnywhere;
    private final Optional<StatusCode> saidAnywhere;
    private final Predicate<String> unlikely;

    /** @param unlikely which addresses, in lower case, are not those that failed: our own and the server's */
    TextRecipients(List<String> lines, Predicate<String> unlikely) {
        this.lines = lines;
        this.lower = lines.stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
        String whole = block(0, lines.size());
        this.codedAnywhere = StatusCode.coded(whole);
        this.saidAnywhere = codedAnywhere.or(() -> StatusCode.worded(whole));
        this.unlikely = unlikely;
    }

    /** Each with what the report says of it; by lower-case address, in their order. */
    Map<String, Found> find() {
        List<Found> candidates = candidates();
        Optional<Standing> best = candidates.stream()
                .map(Found::standing)
                .min(Comparator.naturalOrder())
                .filter(standing -> standing != Standing.NONE);
        Map<String, Found> chosen = new LinkedHashMap<>();
        best.ifPresent(standing -> candidates.stream()
                .filter(candidate -> candidate.standing() == standing)
                .limit(standing == Standing.MENTIONED ? 1 : MOST)
                .forEach(candidate -> chosen.putIfAbsent(candidate.address().key(), candidate)));
        return chosen;
    }

    /** What the report says about the address: below it, on lines that name it, anywhere; a code before words. */
    Optional<StatusCode> statusOf(String address, Map<String, Found> all) {
        String key = address.toLowerCase(Locale.ROOT);
        String below = Optional.ofNullable(all.get(key))
                .map(found -> block(found.line(), nextOf(found, all)))
                .orElse("");
        String naming = StatusCode.coded(below).isPresent() ? "" : naming(key);
        return StatusCode.coded(below)
                .or(() -> StatusCode.coded(naming))
                .or(() -> all.size() > 1 ? Optional.empty() : codedAnywhere)
                .or(() -> StatusCode.worded(below))
                .or(() -> StatusCode.worded(naming))
                .or(() -> saidAnywhere);
    }

    private List<Found> candidates() {
        List<Found> candidates = new ArrayList<>();
        for (int at = 0; at < lines.size() && candidates.size() < MOST * 5; at++) {
            for (WrittenAddress address : WrittenAddress.in(lines.get(at))) {
                Standing standing = unlikely.test(address.key()) || Daemon.isName(address.local())
                        ? Standing.NONE
                        : Standing.of(lines, at, address);
                candidates.add(new Found(address, at, standing));
            }
        }
        return candidates;
    }

    private int nextOf(Found found, Map<String, Found> all) {
        return all.values().stream()
                .mapToInt(Found::line)
                .filter(line -> line > found.line())
                .min()
                .orElse(lines.size());
    }

    private String block(int from, int to) {
        return CleanText.cut(
                String.join(" ", lines.subList(from, Math.min(Math.min(to, lines.size()), from + MOST_LINES))),
                LONGEST_BLOCK);
    }

    private String naming(String key) {
        StringBuilder naming = new StringBuilder();
        for (int at = 0; at < lines.size() && naming.length() < LONGEST_BLOCK; at++) {
            if (lower.get(at).contains(key)) {
                naming.append(block(at, at + 3)).append(' ');
            }
        }
        return CleanText.cut(naming.toString(), LONGEST_BLOCK);
    }

    /**
     * An address in the text.
     *
     * @param line the number of its line
     */
    record Found(WrittenAddress address, int line, Standing standing) {}
}
