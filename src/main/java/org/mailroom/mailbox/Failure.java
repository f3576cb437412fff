package org.mailroom.mailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what went wrong with a mail without the messages of exceptions, which may quote what a customer wrote. */
final class Failure {

    private Failure() {}

    /** The kinds of the exception and its causes, and the place in our own code that was reached. */
    static String of(Throwable failed) {
        List<String> kinds = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failed; cause != null && seen.add(cause); cause = cause.getCause()) {
            kinds.add(cause.getClass().getSimpleName());
        }
        return String.join(", caused by ", kinds) + place(failed);
    }

    private static String place(Throwable failed) {
        return Stream.of(failed.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.mailroom."))
                .filter(frame -> !frame.getClassName().contains("$$"))
                .findFirst()
                .map(frame ->
                        " at " + frame.getClassName() + "." + frame.getMethodName() + " line " + frame.getLineNumber())
                .orElse("");
    }
}
