package org.mailroom.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.mime.field.Fields;

/** The sender's program asks for no automatic answer (MS-OXCMAIL, X-Auto-Response-Suppress). It stays an ordinary mail. */
class SuppressedAnswerCheck implements Check {

    @Override
    public Optional<Judgement> judge(Letter letter) {
        boolean suppressed = words(letter.fields())
                .anyMatch(word -> word.equals("all") || word.equals("autoreply") || word.equals("oof"));
        return suppressed
                ? Optional.of(Judgement.unanswered(
                        "Ordinary mail, but X-Auto-Response-Suppress asks for no automatic answer."))
                : Optional.empty();
    }

    static Stream<String> words(Fields fields) {
        return fields.all("X-Auto-Response-Suppress").stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split("[,;\\s]+")));
    }
}
