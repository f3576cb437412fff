package org.mailroom.engine;

import java.util.Map;
import java.util.Set;

/**
 * The names in the process of a case that code uses. A model of that process that lacks one of them would lose mail, could
 * not be cancelled, or would go another way than the agent chose.
 *
 * @param process the key of the process that code starts for each case
 * @param vital messages without whose event sub-process a mail would be lost or a case could not be cancelled
 * @param useful messages without which a verb of the case page is refused
 * @param escalationTimer the timer that follows the escalation levels of an inbox
 * @param outcomes by the name of a variable, the values between which code tells
 * @param variables those that code or a task bean sets, so that a model may use them without setting them
 * @param inbox the variable in which the routing leaves the key of an inbox
 */
public record ProcessNames(
        String process,
        Set<String> vital,
        Set<String> useful,
        String escalationTimer,
        Map<String, Set<String>> outcomes,
        Set<String> variables,
        String inbox) {

    public ProcessNames {
        vital = Set.copyOf(vital);
        useful = Set.copyOf(useful);
        outcomes = Map.copyOf(outcomes);
        variables = Set.copyOf(variables);
    }
}
