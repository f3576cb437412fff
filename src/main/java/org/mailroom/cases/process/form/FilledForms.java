package org.mailroom.cases.process.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.WrongAnswer;
import org.mailroom.cases.WrongAnswer.Problem;
import org.mailroom.cases.WrongAnswers;
import org.springframework.stereotype.Component;

/** Checks what was entered into a form, and says it in words. The rules are those by which the browser shows the form. */
@Component
public class FilledForms {

    private final Feel feel;
    private final Options options;
    private final Clock clock;

    FilledForms(Feel feel, Options options, Clock clock) {
        this.feel = feel;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Checks each answer by the rules of its field. What the form hides is left out, what it disables too.
     *
     * @param given answers by key
     * @param variables of the task, for choices and conditions
     * @return plain values by key, for all fields that are shown; null for what was left empty
     * @throws WrongAnswers if an answer breaks a rule, or the form has no such field
     */
    public Map<String, @Nullable Object> check(Form form, Map<String, ?> given, Map<String, ?> variables) {
        List<WrongAnswer> wrong = new ArrayList<>();
        Map<String, @Nullable Object> answers = read(form, given, variables, wrong);
        if (!wrong.isEmpty()) {
            throw new WrongAnswers(wrong);
        }
        return answers;
    }

    /** What {@link #check} would refuse; empty if nothing. */
    public List<WrongAnswer> wrong(Form form, Map<String, ?> given, Map<String, ?> variables) {
        List<WrongAnswer> wrong = new ArrayList<>();
        read(form, given, variables, wrong);
        return wrong;
    }

    private Map<String, @Nullable Object> read(
            Form form, Map<String, ?> given, Map<String, ?> variables, List<WrongAnswer> wrong) {
        wrong.addAll(unknown(form, given));
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        Map<String, Object> known = known(given, variables);
        for (Field field : form.fields()) {
            if (!isShown(field, known) || field.spec().path("disabled").asBoolean()) {
                continue;
            }
            try {
                answers.put(
                        field.key(),
                        new Answer(field, options.of(field, variables), clock).fit(given.get(field.key())));
            } catch (Answer.Unfit unfit) {
                wrong.add(unfit.wrong());
            }
        }
        return answers;
    }

    /** Labels and answers, such as "Approve: yes; Amount: 120"; empty if nothing was answered. */
    public String words(Form form, Map<String, ?> values) {
        return form.fields().stream()
                .filter(field -> isShown(field, values))
                .filter(field -> !isEmpty(values.get(field.key())))
                .map(field -> field.label() + (field.label().endsWith("?") ? " " : ": ") + word(field, values))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String word(Field field, Map<String, ?> values) {
        Object value = Objects.requireNonNull(values.get(field.key()));
        if (field.isChoice()) {
            Map<String, String> labels = options.of(field, values);
            List<?> chosen = value instanceof List<?> list ? list : List.of(value);
            return chosen.stream()
                    .map(String::valueOf)
                    .map(one -> labels.getOrDefault(one, one))
                    .collect(Collectors.joining(", "));
        }
        return value instanceof Boolean ticked ? (ticked ? "yes" : "no") : value.toString();
    }

    private boolean isShown(Field field, Map<String, ?> values) {
        return field.conditions().stream().noneMatch(condition -> feel.isTrue(condition, values));
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
    }

    private static List<WrongAnswer> unknown(Form form, Map<String, ?> given) {
        return given.keySet().stream()
                .filter(key -> !form.has(key))
                .map(key -> new WrongAnswer(key, key, Problem.UNKNOWN, ""))
                .toList();
    }

    /** What a condition of the form sees: the answers over the variables. */
    private static Map<String, Object> known(Map<String, ?> given, Map<String, ?> variables) {
        Map<String, Object> known = new HashMap<>(variables);
        given.forEach((key, value) -> {
            if (value == null) {
                known.remove(key);
            } else {
                known.put(key, value);
            }
        });
        return known;
    }
}
