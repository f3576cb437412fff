package org.mailroom.engine;

import java.util.List;

/**
 * Opens a copy of an earlier case, as its first mail did, with the models that are active in the caller's transaction. The caller rolls
 * the transaction back, so nothing of it stays.
 */
public interface TrialRun {

    /** The process that is tried. */
    String process();

    /**
     * Returns cases that were opened by a mail, newest first.
     *
     * @param most how many at most
     */
    List<String> latest(int most);

    /**
     * Opens the copy of a case. Anything thrown means that its mail could not have been taken in.
     *
     * @param number the case
     * @param copy the number of the copy, which no case has
     */
    Outcome open(String number, String copy);

    /** How a case stands when its first mail was taken in. */
    record Outcome(String inbox, String owner, int priority, String state) {}
}
