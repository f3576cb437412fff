package org.mailroom.intake.mime;

/** One mail being read: what is left of its limits, and what there is to say about it. */
final class Reading {

    private final ReadingLimits limits;
    private final long begin = System.nanoTime();
    private final Warnings warnings = new Warnings();
    private int parts;
    private boolean full;

    Reading(ReadingLimits limits) {
        this.limits = limits;
    }

    ReadingLimits limits() {
        return limits;
    }

    Warnings warnings() {
        return warnings;
    }

    /** Takes the place of one part more, if there is one. */
    boolean hasRoom() {
        warnings.addIf(parts >= limits.parts(), Warnings.PARTS);
        full |= parts++ >= limits.parts() || !hasTime();
        return !full;
    }

    /** Whether something was left out, for want of room or time. */
    boolean isFull() {
        return full;
    }

    boolean hasDepth(int depth) {
        warnings.addIf(depth >= limits.depth(), Warnings.DEPTH);
        return depth < limits.depth();
    }

    boolean hasTime() {
        boolean time = System.nanoTime() - begin < limits.time().toNanos();
        warnings.addIf(!time, Warnings.TIME);
        return time;
    }
}
