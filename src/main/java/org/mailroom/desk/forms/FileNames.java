package org.mailroom.desk.forms;

import java.util.regex.Pattern;

/** File names that do no harm on the disk of the person who saves them. */
public final class FileNames {

    /** Paths, characters that Windows forbids, and those that turn the reading direction round to disguise an ending. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|\u200E\u200F\u202A-\u202E\u2066-\u2069]");

    private static final int MOST = 150;

    private FileNames() {}

    public static String safe(String name) {
        String clean = HARMFUL.matcher(name).replaceAll("_").strip().replaceAll("^\\.+", "_");
        return clean.isEmpty() ? "attachment" : shortened(clean);
    }

    /** Keeps the ending, which tells what the file is. */
    private static String shortened(String name) {
        if (name.length() <= MOST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > name.length() - 12 ? name.substring(dot) : "";
        int end = MOST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
