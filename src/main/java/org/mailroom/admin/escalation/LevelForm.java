package org.mailroom.admin.escalation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.admin.forms.EnteredLength;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRule.Action;
import org.springframework.validation.Errors;

/** One escalation level as it was entered. */
record LevelForm(
        @Nullable String level,
        @Nullable String amount,
        @Nullable String unit,
        @Nullable String side,
        @Nullable String action,
        @Nullable String target) {

    private static final Pattern LEVEL = Pattern.compile("[1-9]");

    static LevelForm of(EscalationRule rule) {
        EnteredDelay delay = EnteredDelay.of(rule.delay());
        return new LevelForm(
                "" + rule.level(),
                delay.length().amount(),
                delay.length().unit(),
                delay.side(),
                rule.action().name(),
                rule.target());
    }

    static LevelForm empty(int level) {
        return new LevelForm("" + level, "", ChronoUnit.HOURS.name(), EnteredDelay.AFTER, "", "");
    }

    /** @param people user ids of those who may be told or get the case */
    void check(Errors errors, Set<String> people) {
        if (!LEVEL.matcher(number()).matches()) {
            errors.rejectValue("level", "error.level");
        }
        checkDelay(errors);
        if (Stream.of(Action.values()).noneMatch(known -> known.name().equals(action))) {
            errors.rejectValue("action", "error.action");
        } else {
            checkTarget(errors, people);
        }
    }

    private void checkDelay(Errors errors) {
        if (!delay().isReadable()) {
            errors.rejectValue("amount", "error.delay");
        } else if (delay().isTooLong()) {
            errors.rejectValue("amount", "error.delay-too-long");
        }
    }

    private void checkTarget(Errors errors, Set<String> people) {
        if (is(Action.REASSIGN) && person().isEmpty()) {
            errors.rejectValue("target", "error.target");
        } else if (!is(Action.RAISE_PRIORITY) && !person().isEmpty() && !people.contains(person())) {
            errors.rejectValue("target", "error.person");
        }
    }

    /** The level's number as it was typed. */
    String number() {
        return text(level).strip();
    }

    /** What was entered without a mistake. */
    EscalationRule rule() {
        boolean nobody = is(Action.RAISE_PRIORITY) || person().isEmpty();
        return new EscalationRule(
                Integer.parseInt(number()), delay().duration(), Action.valueOf(text(action)), nobody ? null : person());
    }

    /** Returns whether a case that is due so long after it was opened would escalate at once. */
    boolean isBeforeOpening(Duration target) {
        return delay().isReadable() && delay().duration().plus(target).compareTo(Duration.ZERO) <= 0;
    }

    /** User id of the person who was chosen; empty where none was. */
    String person() {
        return text(target);
    }

    private boolean is(Action known) {
        return known.name().equals(action);
    }

    private EnteredDelay delay() {
        return new EnteredDelay(new EnteredLength(text(amount), text(unit)), text(side));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
