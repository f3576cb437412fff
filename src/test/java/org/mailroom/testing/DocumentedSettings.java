package org.mailroom.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The settings that docs/operations.md gives as examples, so that a test can run Mailroom on them. */
public final class DocumentedSettings {

    private static final Path OPERATIONS = Path.of("docs", "operations.md");
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    private DocumentedSettings() {}

    /** "The least that must be set". */
    public static String least() throws IOException {
        return containing("jdbc:postgresql:");
    }

    /** An inbox with its mailbox, and people. */
    public static String firstRun() throws IOException {
        return containing("first-run:");
    }

    private static String containing(String words) throws IOException {
        List<String> found = YAML.matcher(Files.readString(OPERATIONS))
                .results()
                .map((MatchResult example) -> example.group(1))
                .filter(example -> example.contains(words))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " examples of " + OPERATIONS + " contain " + words);
        }
        return found.get(0);
    }
}
