package org.mailroom.engine.models;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;

/** Says why the engine could not deploy models: file, element and line if its parser knows them. */
final class EngineReasons {

    private static final int LONGEST = 1000;

    private static final Pattern EXPRESSION = Pattern.compile("Error parsing '(.*)': ", Pattern.DOTALL);

    private EngineReasons() {}

    /** Returns the reasons of a failure that concerns no files, or files that are not at hand. */
    static List<String> of(Throwable failed) {
        return of(failed, List.of());
    }

    /** @param files what was deployed; an expression that cannot be read is looked up in them */
    static List<String> of(Throwable failed, List<ModelFile> files) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelsRefused refused) {
                return refused.reasons();
            }
            if (cause instanceof ParseException unparsed) {
                return unparsed.getResorceReports().stream()
                        .flatMap(EngineReasons::errors)
                        .toList();
            }
        }
        String messages = messages(failed);
        return List.of(place(messages, files) + messages);
    }

    private static String place(String messages, List<ModelFile> files) {
        var expression = EXPRESSION.matcher(messages);
        return expression.find()
                ? ExpressionPlace.in(files, expression.group(1))
                        .map(place -> place + ": ")
                        .orElse("")
                : "";
    }

    private static Stream<String> errors(ResourceReport report) {
        return report.getErrors().stream()
                .map(error -> report.getResourceName() + ": " + place(error) + oneLine(error.getMessage()));
    }

    private static String place(Problem error) {
        String element = error.getMainElementId();
        return (element == null ? "" : element + ", ") + (error.getLine() > 0 ? "line " + error.getLine() + ": " : "");
    }

    /** The messages of all causes: that of the engine names the file, that of the last one what is wrong with it. */
    private static String messages(Throwable failed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable cause = failed; cause != null && seen.add(cause); cause = cause.getCause()) {
            messages.add(oneLine(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()));
        }
        String all = messages.stream()
                .filter(one -> messages.stream().noneMatch(other -> !other.equals(one) && other.contains(one)))
                .collect(Collectors.joining("; "));
        return all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s+", " ");
    }
}
