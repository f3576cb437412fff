package org.mailroom.admin.escalation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.EscalationRule;
import org.springframework.validation.Errors;

/**
 * All levels of an inbox as they were entered.
 *
 * @param levels null where the last one was taken out
 */
record LevelsForm(@Nullable List<@Nullable LevelForm> levels) {

    static final int MOST = 9;

    static LevelsForm of(List<EscalationRule> rules) {
        return new LevelsForm(List.copyOf(rules.stream().map(LevelForm::of).toList()));
    }

    void check(Errors errors, Set<String> people) {
        Set<String> numbers = new HashSet<>();
        List<LevelForm> rows = rows();
        for (int row = 0; row < rows.size(); row++) {
            errors.pushNestedPath("levels[" + row + "]");
            rows.get(row).check(errors, people);
            if (!numbers.add(rows.get(row).number())) {
                errors.rejectValue("level", "error.level-twice");
            }
            errors.popNestedPath();
        }
    }

    List<EscalationRule> rules() {
        return rows().stream().map(LevelForm::rule).toList();
    }

    /** With one more level, which has the lowest number that is free. */
    LevelsForm plusOne() {
        List<@Nullable LevelForm> more = new ArrayList<>(rows());
        IntStream.rangeClosed(1, MOST).filter(this::isFree).limit(1).forEach(free -> more.add(LevelForm.empty(free)));
        return new LevelsForm(more);
    }

    LevelsForm without(int row) {
        List<@Nullable LevelForm> fewer = new ArrayList<>(rows());
        if (row >= 0 && row < fewer.size()) {
            fewer.remove(row);
        }
        return new LevelsForm(fewer);
    }

    List<LevelForm> rows() {
        return levels == null
                ? List.of()
                : levels.stream()
                        .map(row -> Objects.requireNonNullElse(row, LevelForm.empty(1)))
                        .toList();
    }

    private boolean isFree(int level) {
        return rows().stream().noneMatch(row -> row.number().equals("" + level));
    }
}
