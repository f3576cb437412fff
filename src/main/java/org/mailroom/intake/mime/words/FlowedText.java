package org.mailroom.intake.mime.words;

/** Text of the form {@code format=flowed} (RFC 3676): lines that were broken to fit are whole again. */
public final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private final boolean spaceIsAdded;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private int depth;
    private boolean open;

    private FlowedText(boolean spaceIsAdded) {
        this.spaceIsAdded = spaceIsAdded;
    }

    /** @param spaceIsAdded whether the blank at the end of a broken line is none of the text (DelSp) */
    public static String of(String written, boolean spaceIsAdded) {
        FlowedText flowed = new FlowedText(spaceIsAdded);
        written.lines().forEach(flowed::add);
        flowed.endParagraph();
        return flowed.text.toString();
    }

    private void add(String line) {
        int quotes = quotes(line);
        String words = line.substring(line.startsWith(" ", quotes) ? quotes + 1 : quotes);
        boolean goesOn = words.endsWith(" ") && !words.equals(SIGNATURE);
        if (open && (quotes != depth || words.equals(SIGNATURE))) {
            endParagraph();
        }
        depth = quotes;
        paragraph.append(goesOn && spaceIsAdded ? words.substring(0, words.length() - 1) : words);
        open = true;
        if (!goesOn) {
            endParagraph();
        }
    }

    private void endParagraph() {
        if (open) {
            text.append(">".repeat(depth)).append(depth > 0 && !paragraph.isEmpty() ? " " : "");
            text.append(paragraph).append('\n');
        }
        paragraph.setLength(0);
        open = false;
    }

    private static int quotes(String line) {
        int quotes = 0;
        while (quotes < line.length() && line.charAt(quotes) == '>') {
            quotes++;
        }
        return quotes;
    }
}
