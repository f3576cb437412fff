package org.mailroom.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.Judgement.Kind;

/** The sender's program asks for no automatic answer (MS-OXCMAIL, X-Auto-Response-Suppress). */
class SuppressedAnswerCheck implements Check {

    @Override
    public Optional<Judgement> judge(Letter letter) {
        boolean suppressed = letter.fields().all("X-Auto-Response-Suppress").stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split("[,;\\s]+")))
                .anyMatch(word -> word.equals("all") || word.equals("autoreply") || word.equals("oof"));
        return suppressed
                ? Optional.of(new Judgement(Kind.UNANSWERABLE, "The sender asks for no automatic answer."))
                : Optional.empty();
    }
}
