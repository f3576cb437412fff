package org.mailroom.cases.process.form;

/** A text that lets a regular expression look at it a million times at most: some patterns would not come to an end. */
final class Hurried implements CharSequence {

    private static final int MOST_LOOKS = 1_000_000;

    private final CharSequence text;
    private int looks;

    Hurried(CharSequence text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new TooSlow();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The pattern takes too long with this text. */
    static final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
