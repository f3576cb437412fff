package org.mailroom.desk.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseView.Event;
import org.springframework.stereotype.Component;

/**
 * Says a line of the timeline as a sentence: {@code event.KIND}, or {@code event.KIND.none} where the new value is
 * missing and there is such a sentence. {0} is who did it, {1} the old value, {2} the new one.
 */
@Component
public class EventWords {

    /** Stands around a time within a sentence, in characters that no text has any business to use. */
    private static final String OPEN = "\uE000";

    private static final String CLOSE = "\uE001";

    private final Words words;

    EventWords(Words words) {
        this.words = words;
    }

    /** Stands before the number of another case within a sentence; {@link #CLOSE} stands behind it. */
    private static final String CASE = "\uE002";

    /** A part of a sentence: words, a time that the page marks as one, or the number of a case that it leads to. */
    public record Part(String text, @Nullable Instant time, @Nullable String number) {}

    List<Part> sentence(Event event) {
        String code = "event." + event.kind();
        String sentence = words.sayOr(
                special(event, code),
                code,
                words.name(event.actor()),
                value(event, event.oldValue()),
                value(event, event.newValue()));
        return parts(sentence);
    }

    private static String special(Event event, String code) {
        if (event.newValue() == null) {
            return code + ".none";
        }
        return event.kind() == CaseEvent.Kind.ENGINE_ACTION ? code + "." + event.newValue() : code;
    }

    /** What a person wrote with it, or why it happened; null where nothing. */
    @Nullable
    String note(Event event) {
        String note = event.note();
        if (note == null) {
            return null;
        }
        return switch (event.kind()) {
            case ESCALATED -> words.sayOr("escalation." + note, "text", note);
            case CONFIRMATION_SUPPRESSED, SUMMARY_SUPPRESSED -> words.sayOr("suppressed." + note, "text", note);
            default -> note;
        };
    }

    private String value(Event event, @Nullable String value) {
        if (value == null) {
            return words.say("nothing");
        }
        if (time(value) != null) {
            return OPEN + value + CLOSE;
        }
        String clean = value.replace(OPEN, "").replace(CLOSE, "").replace(CASE, "");
        return switch (event.kind()) {
            case CLAIMED, RELEASED, ASSIGNED -> words.name(clean);
            case TASK_CLAIMED, TASK_ASSIGNED -> value.equals(event.newValue()) ? words.name(clean) : clean;
            case STUCK, STUCK_OVER -> words.sayOr("stuck.of-case." + clean, "text", clean);
            case CONTINUES, CONTINUED_IN, MAY_BELONG_TO, PASSED_ON_FROM, PASSED_ON_TO, MERGED_INTO, MERGED_FROM ->
                CASE + clean + CLOSE;
            default -> clean;
        };
    }

    private List<Part> parts(String sentence) {
        List<Part> parts = new ArrayList<>();
        for (String piece : sentence.split("(?=[" + OPEN + CASE + "])|(?<=" + CLOSE + ")")) {
            parts.add(part(piece));
        }
        return parts;
    }

    private Part part(String piece) {
        String inside = piece.endsWith(CLOSE) ? piece.substring(1, piece.length() - 1) : piece;
        if (piece.startsWith(CASE)) {
            return new Part(inside, null, inside);
        }
        Instant time = piece.startsWith(OPEN) ? time(inside) : null;
        return time == null ? new Part(piece, null, null) : new Part(words.time(time), time, null);
    }

    private static @Nullable Instant time(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
