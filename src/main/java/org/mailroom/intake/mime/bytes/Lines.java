package org.mailroom.intake.mime.bytes;

/** Walks over bytes line by line. A line ends with LF, or CR LF, or with the bytes. */
public final class Lines {

    private final Slice slice;
    private int start;
    private int end;
    private int next;

    public Lines(Slice slice) {
        this(slice, 0);
    }

    public Lines(Slice slice, int from) {
        this.slice = slice;
        this.next = from;
    }

    /** To the next line; false where there is none. */
    public boolean advance() {
        if (next >= slice.length()) {
            return false;
        }
        start = next;
        int feed = slice.indexOf('\n', start);
        next = feed < 0 ? slice.length() : feed + 1;
        int last = feed < 0 ? slice.length() : feed;
        end = last > start && slice.at(last - 1) == '\r' ? last - 1 : last;
        return true;
    }

    /** Where the line begins. */
    public int start() {
        return start;
    }

    /** Where its line end begins. */
    public int end() {
        return end;
    }

    /** Where the line after it begins. */
    public int next() {
        return next;
    }

    public Slice line() {
        return slice.part(start, end);
    }

    public boolean isEmpty() {
        return start == end;
    }

    boolean isBlank() {
        for (int at = start; at < end; at++) {
            if (!isSpace(slice.at(at))) {
                return false;
            }
        }
        return true;
    }

    boolean isIndented() {
        return start < end && isSpace(slice.at(start));
    }

    /** Whether the line begins with these letters, in upper or lower case. */
    public boolean startsWith(String ascii) {
        return end - start >= ascii.length() && slice.hasAt(start, ascii);
    }

    /** From the line after this one. */
    Lines ahead() {
        return new Lines(slice, next);
    }

    static boolean isSpace(byte letter) {
        return letter == ' ' || letter == '\t';
    }
}
