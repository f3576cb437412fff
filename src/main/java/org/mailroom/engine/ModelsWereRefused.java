package org.mailroom.engine;

import java.util.List;

/**
 * Tells the house that changed models or forms were refused, or taken back; those deployed before are active.
 *
 * @param refusal its number; the same refusal is told once, whichever nodes meet it
 * @param person who deployed them; empty if a folder did
 * @param node the machine that refused them
 * @param reasons a sentence each: file, element and what is wrong
 * @param wentBack whether they were active, and Mailroom went back to the version before them
 */
public record ModelsWereRefused(long refusal, String person, String node, List<String> reasons, boolean wentBack) {

    /** Copies the reasons. */
    public ModelsWereRefused {
        reasons = List.copyOf(reasons);
    }
}
