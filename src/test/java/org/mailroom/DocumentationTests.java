package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents say what the code says. */
class DocumentationTests {

    private static final Path OPERATIONS = Path.of("docs/operations.md");
    private static final Pattern DOCUMENTED = Pattern.compile("`(mailroom\\.[a-z0-9.-]+)`");
    private static final Pattern READ = Pattern.compile("\\$\\{(mailroom\\.[a-z0-9.-]+)");
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#]+)");

    @Test
    void everySettingIsExplained() throws IOException {
        assertThat(found(DOCUMENTED, OPERATIONS)).containsAll(settings());
    }

    @Test
    void noSettingIsExplainedThatNothingReads() throws IOException {
        Set<String> known = settings();
        assertThat(found(DOCUMENTED, OPERATIONS))
                .allMatch(
                        name -> name.startsWith("mailroom.trial.")
                                || known.stream().anyMatch(setting -> (setting + ".").startsWith(name + ".")),
                        "is a setting, or the beginning of one");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        assertThat(found(LINK, page))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                            .map(Path::of),
                    docs.filter(file -> file.toString().endsWith(".md")).toList().stream());
        }
    }

    /** What the compiler wrote down of our settings records, and what is read by name. */
    private static Set<String> settings() throws IOException {
        Set<String> names = new TreeSet<>();
        try (var metadata =
                DocumentationTests.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
                names.add(property.path("name").asText());
            }
        }
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                names.addAll(found(READ, source));
            }
        }
        names.removeIf(name -> !name.startsWith("mailroom."));
        return names;
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
