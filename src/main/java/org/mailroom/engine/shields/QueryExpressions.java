package org.mailroom.engine.shields;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;

/** The few expressions that a query may contain: who is looking, and what time it is. */
final class QueryExpressions {

    private static final Pattern ALLOWED =
            Pattern.compile("[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(\\.(plus|minus|with)\\w{1,30}\\(\\d{0,9}\\)){0,9}(\\.toDate\\(\\))?)\\s*}");

    private QueryExpressions() {}

    /** @throws BadUserRequestException where the expression is none of the few */
    static void check(String expression) {
        boolean literal = !expression.contains("${") && !expression.contains("#{");
        if (!literal && !ALLOWED.matcher(expression.strip()).matches()) {
            throw new BadUserRequestException(
                    "Queries and filters may only use ${currentUser()}, ${currentUserGroups()}, "
                            + "${now()} and ${dateTime()} with plus…, minus… or with…; refused: " + expression);
        }
    }
}
