package org.mailroom.cases.process.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.WrongAnswer;
import org.mailroom.cases.WrongAnswer.Problem;

/**
 * Holds one answer to the rules of its field: required, minimum and maximum, length, pattern, options, date.
 *
 * @param options labels by value; of interest to choices only
 */
record Answer(Field field, Map<String, String> options, Clock clock) {

    /** In characters; a longer text does not fit the tables of the engine. */
    private static final int LONGEST = 4_000;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s()/.-]{3,40}");

    /**
     * The answer as a variable: a text, a number, a truth value or a list of texts; null if nothing was entered.
     *
     * @throws Unfit if the answer breaks a rule
     */
    @Nullable
    Object fit(@Nullable Object given) {
        if (given == null || isNothing(given)) {
            return field.isRequired() ? unfit(Problem.REQUIRED, "") : null;
        }
        if (field.isList()) {
            return list(given);
        }
        if (given instanceof Collection || given instanceof Map) {
            return unfit(Problem.NOT_PLAIN, "");
        }
        return switch (field.type()) {
            case "checkbox" -> truth(given);
            case "number" -> number(given.toString().strip());
            case "datetime" -> date(given.toString().strip());
            default -> field.isChoice() ? option(given.toString()) : text(given);
        };
    }

    /** A required checkbox must be ticked, as in the browser. */
    private boolean isNothing(Object given) {
        return given instanceof String text && text.isBlank()
                || given instanceof Collection<?> list && list.isEmpty()
                || field.type().equals("checkbox") && field.isRequired() && !truth(given);
    }

    private static boolean truth(Object given) {
        return List.of("true", "on", "1").contains(given.toString());
    }

    private List<String> list(Object given) {
        Stream<?> values = given instanceof Collection<?> many ? many.stream() : Stream.of(given);
        return values.map(value -> option(String.valueOf(value))).toList();
    }

    private String option(String value) {
        return options.containsKey(value) ? value : unfit(Problem.NO_OPTION, "");
    }

    private Object number(String written) {
        BigDecimal number = decimal(written);
        if (number == null || number.precision() - number.scale() > 18) {
            return unfit(Problem.NOT_A_NUMBER, "");
        }
        BigDecimal least = decimal(field.rule("min").asText());
        if (least != null && number.compareTo(least) < 0) {
            return unfit(Problem.TOO_SMALL, least.toPlainString());
        }
        BigDecimal most = decimal(field.rule("max").asText());
        if (most != null && number.compareTo(most) > 0) {
            return unfit(Problem.TOO_LARGE, most.toPlainString());
        }
        if (field.spec().path("serializeToString").asBoolean()) {
            return number.toPlainString();
        }
        return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValueExact() : number.doubleValue();
    }

    private static @Nullable BigDecimal decimal(String written) {
        try {
            return written.length() > 40 ? null : new BigDecimal(written);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private Object text(Object given) {
        if (!(given instanceof String)) {
            return given;
        }
        String text = given.toString().replace("\0", "");
        int length = text.codePointCount(0, text.length());
        int least = field.rule("minLength").asInt(0);
        if (length < least) {
            return unfit(Problem.TOO_SHORT, Integer.toString(least));
        }
        int most = Math.min(LONGEST, field.rule("maxLength").asInt(LONGEST));
        if (length > most || text.length() > LONGEST) {
            return unfit(Problem.TOO_LONG, Integer.toString(most));
        }
        return matching(text);
    }

    private String matching(String text) {
        String pattern = field.rule("pattern").asText();
        if (!pattern.isEmpty() && !finds(pattern, text)) {
            return unfit(Problem.PATTERN, pattern);
        }
        return switch (field.rule("validationType").asText()) {
            case "email" -> EMAIL.matcher(text.strip()).matches() ? text : unfit(Problem.NOT_AN_EMAIL, "");
            case "phone" -> PHONE.matcher(text.strip()).matches() ? text : unfit(Problem.NOT_A_PHONE, "");
            default -> text;
        };
    }

    /** A pattern that this engine of regular expressions cannot read is left to the browser. */
    private static boolean finds(String pattern, String text) {
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(new Hurried(text));
            return matcher.find();
        } catch (PatternSyntaxException unknown) {
            return true;
        } catch (Hurried.TooSlow endless) {
            return false;
        }
    }

    private String date(String written) {
        Instant instant = instant(written);
        if (instant == null) {
            return unfit(Problem.NOT_A_DATE, "");
        }
        boolean ahead = field.spec().path("disallowPassedDates").asBoolean();
        if (ahead && instant.isBefore(clock.instant())) {
            return unfit(Problem.PAST_DATE, "");
        }
        return written;
    }

    /** A day counts until it is over, wherever it is. */
    private @Nullable Instant instant(String written) {
        try {
            return switch (field.spec().path("subtype").asText()) {
                case "date" ->
                    LocalDate.parse(written).plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(-12));
                case "time" ->
                    LocalTime.parse(written.replaceAll("(Z|[+-]\\d\\d:\\d\\d)$", "")) == null ? null : Instant.MAX;
                default -> moment(written);
            };
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Instant moment(String written) {
        return written.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(written).toInstant()
                : LocalDateTime.parse(written).toInstant(ZoneOffset.ofHours(-12));
    }

    private <T> T unfit(Problem problem, String detail) {
        throw new Unfit(new WrongAnswer(field.key(), field.label(), problem, detail));
    }

    /** Carries what is wrong to whoever gathers it. */
    static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient WrongAnswer wrong;

        Unfit(WrongAnswer wrong) {
            super(wrong.problem().name());
            this.wrong = wrong;
        }

        WrongAnswer wrong() {
            return wrong;
        }
    }
}
