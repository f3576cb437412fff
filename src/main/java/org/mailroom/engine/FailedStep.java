package org.mailroom.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Says at which step of a model a call to the engine failed. Travels as a suppressed exception of the failure, so that whoever
 * handles the failure finds it unchanged. Its message is a sentence for people and quotes nothing that a customer wrote.
 */
public final class FailedStep extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String process;
    private final int version;
    private final String element;

    /**
     * Describes a failure.
     *
     * @param process the id of the process
     * @param version which version of it
     * @param element the id of the element that the process had reached
     * @param cause why it failed, in words, the last part of a sentence
     */
    public FailedStep(String process, int version, String element, String cause) {
        super(inVersion(process, version) + " at " + element + ": " + cause + ".", null, false, false);
        this.process = process;
        this.version = version;
        this.element = element;
    }

    private static String inVersion(String process, int version) {
        return "The process " + process + ", version " + version + ", failed";
    }

    /** Returns what the message of every failure in this version of the process begins with. */
    public String inVersion() {
        return inVersion(process, version);
    }

    /** Finds the step behind a failure; empty if the failure has nothing to do with a model. */
    public static Optional<FailedStep> behind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed instanceof FailedStep step) {
                    return Optional.of(step);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the id of the process. */
    public String process() {
        return process;
    }

    /** Returns the version of the process. */
    public int version() {
        return version;
    }

    /** Returns the id of the element that the process had reached. */
    public String element() {
        return element;
    }
}
