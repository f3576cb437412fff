package org.mailroom.intake;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.message.MessageId;
import org.mailroom.message.SignedMessageIds;
import org.springframework.stereotype.Component;

/**
 * Mail that we sent ourselves comes back: taking it in would answer ourselves for ever. Our mark is a Message-ID that we
 * signed, as the mail's own or in {@code X-Mailroom-Loop}. A list or form that writes for somebody else under our address is
 * not us. A mark that is not signed by us says nothing: another Mailroom
 * may have written it, whose mail we want.
 */
@Component
class OwnMailCheck implements Check {

    private static final String LOOP = "X-Mailroom-Loop";

    private final SignedMessageIds signedIds;

    OwnMailCheck(SignedMessageIds signedIds) {
        this.signedIds = signedIds;
    }

    @Override
    public Optional<Judgement> judge(Letter letter) {
        if (hasOurMark(letter)) {
            return Optional.of(Judgement.of(Kind.OWN, "Own mail: Mailroom sent this mail itself."));
        }
        boolean fromUs = Stream.of("From", "Sender")
                        .flatMap(name -> letter.fields().addresses(name).stream())
                        .anyMatch(letter::isOurs)
                && RewrittenSender.of(letter).isEmpty();
        return fromUs
                ? Optional.of(
                        Judgement.of(
                                Kind.OWN,
                                "Own mail: the sender is one of our inboxes, but the mail has no mark of Mailroom: look at it."))
                : Optional.empty();
    }

    private boolean hasOurMark(Letter letter) {
        Stream<MessageId> marks = letter.fields().all(LOOP).stream()
                .map(value -> value.replaceAll("[<>\\s]", ""))
                .filter(value -> !value.isEmpty())
                .map(MessageId::new);
        return Stream.concat(Stream.of(letter.message().id()), marks)
                .anyMatch(id -> signedIds.wordOf(id).isPresent());
    }
}
