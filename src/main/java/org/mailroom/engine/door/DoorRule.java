package org.mailroom.engine.door;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code calls.txt}.
 *
 * @param roles who may; nobody if empty
 * @param sentence why others may not, as the key of a message; null if there is nothing particular to say
 */
record DoorRule(Set<String> methods, List<String> parts, Set<Role> roles, @Nullable String sentence) {

    private static final String SELF = "{self}";
    private static final String REST = "**";

    static DoorRule parse(String line) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length < 3 || columns.length > 4 || !columns[1].startsWith("/")) {
            throw new IllegalArgumentException("calls.txt: methods, path and who are needed in the line: " + line);
        }
        return new DoorRule(
                Set.of(columns[0].split(",")),
                List.of(columns[1].substring(1).split("/")),
                roles(columns[2]),
                columns.length == 4 ? columns[3] : null);
    }

    private static Set<Role> roles(String who) {
        return who.equals("nobody")
                ? Set.of()
                : Arrays.stream(who.toUpperCase(Locale.ROOT).split(","))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet());
    }

    boolean admits(Set<Role> asking) {
        return asking.stream().anyMatch(roles::contains);
    }

    boolean isAbout(EngineCall call, String person) {
        return methods.contains(call.method()) && matches(call.parts(), person);
    }

    private boolean matches(List<String> path, String person) {
        boolean open = parts.get(parts.size() - 1).equals(REST);
        int length = open ? parts.size() - 1 : parts.size();
        if (open ? path.size() <= length : path.size() != length) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (!matches(parts.get(at), path.get(at), person)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String expected, String part, String person) {
        if (expected.equals(SELF)) {
            return part.equals(person);
        }
        return expected.startsWith("{") ? !part.isEmpty() : part.equals(expected);
    }

    Stream<String> lines() {
        return methods.stream().sorted().map(method -> method + " /" + String.join("/", parts));
    }
}
