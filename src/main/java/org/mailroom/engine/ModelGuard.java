package org.mailroom.engine;

/** Takes a model back whose first mails fail in it. */
public interface ModelGuard {

    /**
     * Goes back to the previous version if the step failed in a model that is new: one with which few cases were opened. Tells
     * analysts and admins which step failed.
     *
     * @return whether an earlier version is active now, so that the mail that failed is worth another try
     */
    boolean goBack(FailedStep failed);
}
