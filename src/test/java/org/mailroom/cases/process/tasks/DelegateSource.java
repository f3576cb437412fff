package org.mailroom.cases.process.tasks;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mailroom.cases.process.CaseModel;

/** What a class of the diagram's hands does with variables, as its source says. Names are constants of {@link CaseModel}. */
record DelegateSource(String text) {

    private static final Path FOLDER = Path.of("src/main/java");
    private static final Pattern READ =
            Pattern.compile("(?:Variables\\.\\w+\\(\\s*execution,|\\.getVariable\\()\\s*CaseModel\\.(\\w+)");

    static DelegateSource of(Class<?> type) {
        try {
            return new DelegateSource(
                    Files.readString(FOLDER.resolve(type.getName().replace('.', '/') + ".java")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Names of the variables that it reads. */
    Set<String> reads() {
        return READ.matcher(text).results().map(read -> valueOf(read.group(1))).collect(toCollection(TreeSet::new));
    }

    /** Whether it leaves a variable beside itself, for the event that follows. */
    boolean leavesLocally() {
        return text.contains(".setVariableLocal(");
    }

    private static String valueOf(String constant) {
        try {
            return (String) CaseModel.class.getField(constant).get(null);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
