package org.mailroom.intake;

import org.jspecify.annotations.Nullable;
import org.mailroom.intake.threading.Found;

/** A mail that was read and judged, and whose case was looked for. Nothing was done with it yet. */
public final class Understood {

    private final Received received;
    private final Letter letter;
    private final Reading reading;
    private final @Nullable Found found;
    private final boolean passedOn;

    /** @param passedOn whether it came from the case that was found, to another inbox, where it opens one of its own */
    Understood(Received received, Letter letter, Reading reading, @Nullable Found found, boolean passedOn) {
        this.received = received;
        this.letter = letter;
        this.reading = reading;
        this.found = found;
        this.passedOn = passedOn;
    }

    public Received received() {
        return received;
    }

    Letter letter() {
        return letter;
    }

    Reading reading() {
        return reading;
    }

    @Nullable
    Found found() {
        return found;
    }

    /** Whether it goes to a case that is there. */
    public boolean joins() {
        return found != null && !passedOn;
    }

    /** Whether it is to open one. */
    boolean opens() {
        return !joins() && reading.judgement().kind().opensCase();
    }
}
