package org.mailroom.access.tries;

import java.util.regex.Pattern;

/**
 * Where a try comes from. Of an IPv6 address only the network counts (the first 64 bits): who has one address in it has as many
 * as they like.
 */
final class Source {

    private static final Pattern LETTERS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int NETWORK_GROUPS = 4;
    private static final int ALL_GROUPS = 8;

    private Source() {}

    static String of(String address) {
        if (!LETTERS.matcher(address).matches() || !address.contains(":") || address.contains(".")) {
            return address;
        }
        String[] halves = address.split("::", -1);
        String[] first = halves[0].split(":");
        StringBuilder network = new StringBuilder();
        int missing = halves.length == 1
                ? 0
                : ALL_GROUPS
                        - (halves[0].isEmpty() ? 0 : first.length)
                        - (halves[1].isEmpty() ? 0 : halves[1].split(":").length);
        for (int group = 0; group < NETWORK_GROUPS; group++) {
            network.append(group(halves, first, missing, group)).append(':');
        }
        return network + ":/64";
    }

    private static String group(String[] halves, String[] first, int missing, int group) {
        int given = halves[0].isEmpty() ? 0 : first.length;
        if (group < given) {
            return first[group];
        }
        int after = group - given - missing;
        return after < 0 || halves.length == 1 ? "0" : halves[1].split(":")[after];
    }
}
