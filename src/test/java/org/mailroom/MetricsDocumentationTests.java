package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The alert rules and the dashboard in docs ask for metrics that Mailroom has. */
class MetricsDocumentationTests {

    private static final Pattern ASKED_FOR = Pattern.compile("\\b(mailroom_[a-z_]+)\\b");
    private static final Pattern EXPLAINED = Pattern.compile("`(mailroom_[a-z_]+)");
    private static final Pattern IN_CODE = Pattern.compile("\"(mailroom\\.[a-z.]+)\"");

    /** What Prometheus adds to a name, by the kind and the unit of a metric. */
    private static final Pattern ADDED = Pattern.compile("_(total|seconds)$");

    @ParameterizedTest
    @ValueSource(strings = {"docs/prometheus-rules.yml", "docs/grafana-dashboard.json"})
    void everyMetricThatIsAskedForExists(String file) throws IOException {
        exist(found(ASKED_FOR, Path.of(file)));
    }

    @Test
    void everyMetricThatIsExplainedExists() throws IOException {
        exist(found(EXPLAINED, Path.of("docs/operations.md")));
    }

    private static void exist(Set<String> names) throws IOException {
        Set<String> known = metrics();
        assertThat(names).isNotEmpty().allMatch(name -> known.contains(plain(name)), "is a metric of Mailroom");
    }

    @Test
    void everyMetricOfMailroomIsOnTheDashboard() throws IOException {
        Set<String> shown = found(ASKED_FOR, Path.of("docs/grafana-dashboard.json")).stream()
                .map(MetricsDocumentationTests::plain)
                .collect(Collectors.toSet());

        assertThat(shown).containsAll(metrics());
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatToDo() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> rules =
                new Yaml().load(Files.readString(Path.of("docs/prometheus-rules.yml")));

        assertThat(rules.get("groups").get(0).get("rules"))
                .hasSizeGreaterThan(5)
                .allSatisfy(rule -> {
                    assertThat(rule).containsKeys("alert", "expr");
                    assertThat(rule.get("labels").toString()).containsPattern("severity=(critical|warning|info)");
                    assertThat(rule.get("annotations").toString()).contains("summary=", "description=");
                });
    }

    @Test
    void everyPanelOfTheDashboardHasAQuestion() throws IOException {
        JsonNode panels = new ObjectMapper()
                .readTree(Path.of("docs/grafana-dashboard.json").toFile())
                .path("panels");

        assertThat(panels).isNotEmpty().allSatisfy(panel -> assertThat(
                        panel.at("/targets/0/expr").asText())
                .isNotBlank());
    }

    /** The names in the sources that make meters, as Prometheus writes them. */
    private static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                if (Files.readString(source).contains("import io.micrometer.")) {
                    names.addAll(found(IN_CODE, source));
                }
            }
        }
        return names.stream().map(name -> plain(name.replace('.', '_'))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String name) {
        return ADDED.matcher(name).replaceFirst("");
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
