package org.mailroom.intake;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All checks in their order; the first that applies decides. */
@Component
class Checks {

    private final List<Check> inOrder;

    Checks(OwnMailCheck own) {
        inOrder = List.of(
                own,
                new BounceCheck(),
                new ReceiptCheck(),
                new SpamCheck(),
                new AutomaticMailCheck(),
                new BulkMailCheck(),
                new NoReplyCheck(),
                new SuppressedAnswerCheck());
    }

    Judgement judge(Letter letter) {
        return inOrder.stream()
                .map(check -> check.judge(letter))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Judgement.NORMAL);
    }
}
