package org.mailroom.intake;

import java.util.List;
import java.util.Optional;
import org.mailroom.intake.Judgement.Kind;

/**
 * A program wrote it, such as an out-of-office notice: by RFC 3834, by the marks of programs that do not know it, by the
 * subject that programs write, and by its words only where something else speaks for a program too. A person who writes that
 * he is away stays a person.
 */
class AutomaticMailCheck implements Check {

    private static final List<Sign> IN_ORDER = List.of(
            AutomaticFields::autoSubmitted,
            AutomaticFields::markOfProgram,
            AutomaticFields::precedence,
            AutomaticFields::exchangeRule,
            AutomaticFields::sender,
            Machines::wrote,
            AutomaticWords::prefixOfSubject,
            AutomaticWords::absenceInSubject,
            AutomaticWords::absenceOfAnother,
            AutomaticWords::replyInText,
            AutomaticWords::absenceInText,
            AutomaticFields::emptyReturnPath);

    @Override
    public Optional<Judgement> judge(Letter letter) {
        return IN_ORDER.stream()
                .flatMap(sign -> sign.seenIn(letter).stream())
                .findFirst()
                .map(seen -> Judgement.of(Kind.AUTO_REPLY, "Automatic mail: " + seen));
    }

    /** Something by which the mail of a program is told. */
    interface Sign {

        /** What was seen, a sentence for people; empty where there is nothing. */
        Optional<String> seenIn(Letter letter);
    }
}
