package org.mailroom.intake.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a report for machines (RFC 3464, RFC 5965), one group for each recipient. Groups are told apart by empty
 * lines and by fields that come again, because some servers leave lines out and others put them everywhere.
 */
final class StatusFields {

    private static final Set<String> ONCE =
            Set.of("original-recipient", "final-recipient", "x-actual-recipient", "action", "status");
    private static final int MOST_LINES = 20_000;
    private static final int MOST_GROUPS = 1_000;
    private static final int LONGEST_VALUE = 4_000;

    private final List<RecipientFields> groups = new ArrayList<>();
    private Map<String, String> group = new HashMap<>();
    private String last = "";
    private boolean afterBlank;

    private StatusFields() {}

    static List<RecipientFields> in(String text) {
        StatusFields fields = new StatusFields();
        text.lines().limit(MOST_LINES).forEach(fields::take);
        fields.endGroup();
        return fields.groups;
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        if (line.isBlank()) {
            afterBlank = true;
            last = "";
        } else if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
            group.merge(
                    last, line.strip(), (value, more) -> value.length() > LONGEST_VALUE ? value : value + " " + more);
        } else if (colon > 0 && colon < 60) {
            add(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private void add(String name, String value) {
        if (ONCE.contains(name) && (group.containsKey(name) || startsNext(name))) {
            endGroup();
        }
        afterBlank = false;
        group.putIfAbsent(name, value);
        last = name;
    }

    /** A recipient is named after an empty line, and the one before is named and has said what became of him. */
    private boolean startsNext(String name) {
        return afterBlank
                && name.endsWith("-recipient")
                && isNamed()
                && (group.containsKey("action") || group.containsKey("status"));
    }

    private boolean isNamed() {
        return group.keySet().stream().anyMatch(name -> name.endsWith("-recipient"));
    }

    private void endGroup() {
        if (isNamed() && groups.size() < MOST_GROUPS) {
            groups.add(new RecipientFields(Map.copyOf(group)));
        }
        group = new HashMap<>();
    }
}
