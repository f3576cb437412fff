package org.mailroom.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.mime.Fields;

/**
 * It went to many (RFC 2369, RFC 2919), so an automatic answer would too. People also write through lists, and some sales
 * programs put the fields of a list into single letters: an answer to us still counts as one.
 */
class BulkMailCheck implements Check {

    private static final List<String> MARKS = List.of("List-Id", "List-Unsubscribe", "Mailing-List");

    @Override
    public Optional<Judgement> judge(Letter letter) {
        Fields fields = letter.fields();
        boolean bulk = MARKS.stream().anyMatch(fields::has)
                || Precedence.isOneOf(fields, Set.of("list"))
                || fields.all("X-Amazon-Mail-Relay-Type").stream()
                        .anyMatch(value -> value.equalsIgnoreCase("notification"));
        return bulk ? Optional.of(new Judgement(Kind.UNANSWERABLE, "The mail went to a list.")) : Optional.empty();
    }
}
