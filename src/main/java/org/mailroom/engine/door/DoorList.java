package org.mailroom.engine.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Who may call what of the engine, as {@code calls.txt} lists it. */
class DoorList {

    private final List<DoorRule> rules;

    DoorList() {
        rules = read();
    }

    /** @throws Refused unless one of the roles may make this call */
    void check(EngineCall call, Set<Role> roles, String person) {
        if (about(call, person).noneMatch(rule -> rule.admits(roles))) {
            throw new Refused(HttpStatus.FORBIDDEN, sentence(call, person));
        }
    }

    boolean admits(EngineCall call, Set<Role> roles, String person) {
        return about(call, person).anyMatch(rule -> rule.admits(roles));
    }

    List<DoorRule> rules() {
        return rules;
    }

    private String sentence(EngineCall call, String person) {
        return about(call, person)
                .map(DoorRule::sentence)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("door.refused");
    }

    private Stream<DoorRule> about(EngineCall call, String person) {
        return rules.stream().filter(rule -> rule.isAbout(call, person));
    }

    private static List<DoorRule> read() {
        try (InputStream file = Objects.requireNonNull(DoorList.class.getResourceAsStream("calls.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DoorRule::parse)
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
