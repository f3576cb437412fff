package org.mailroom.inbox;

import java.util.regex.Pattern;

/**
 * What an inbox is called by machines: in addresses of pages, in the process and in the names of groups.
 *
 * @param value lower-case letters, digits and hyphens, at most 40, a letter first
 */
public record InboxKey(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String GROUP_PREFIX = "inbox-";

    public InboxKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException(
                    "An inbox key has lower-case letters, digits and hyphens, at most 40, and "
                            + "begins with a letter: " + value);
        }
    }

    /** The group of its members, which is also the candidate group of its tasks. */
    public String group() {
        return GROUP_PREFIX + value;
    }

    /** Whether a text is one that an inbox may be called. */
    public static boolean isKey(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether a group is the group of an inbox's members. */
    public static boolean isGroup(String group) {
        return group.startsWith(GROUP_PREFIX) && isKey(group.substring(GROUP_PREFIX.length()));
    }

    /** The inbox whose members are in this group. */
    public static InboxKey ofGroup(String group) {
        return new InboxKey(group.substring(GROUP_PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
