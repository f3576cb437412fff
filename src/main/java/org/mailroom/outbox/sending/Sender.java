package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Trouble;
import org.mailroom.outbox.sending.Rounds.Begun;
import org.mailroom.outbox.smtp.SmtpLine;
import org.springframework.stereotype.Component;

/**
 * Sends what is due by one account over one connection, a round. The connection comes first: as long as the server is away
 * no mail is touched. What the round of a dead node held is free again when its lease is over.
 */
@Component
class Sender {

    private static final int MAILS_AT_ONCE = 20;

    private final Accounts accounts;
    private final Rounds rounds;
    private final Postman postman;
    private final Notebook notebook;
    private final ServerTrouble troubles;
    private final Herald herald;
    private final DueMails due;
    private final int mailsPerConnection;
    private final Set<Round> atWork = ConcurrentHashMap.newKeySet();

    Sender(
            Accounts accounts,
            Rounds rounds,
            Postman postman,
            Notebook notebook,
            ServerTrouble troubles,
            Herald herald,
            DueMails due,
            OutboxSettings settings) {
        this.accounts = accounts;
        this.rounds = rounds;
        this.postman = postman;
        this.notebook = notebook;
        this.troubles = troubles;
        this.herald = herald;
        this.due = due;
        this.mailsPerConnection = settings.mailsPerConnection();
    }

    /** Sends until nothing is due, and tells what there is to tell. */
    void workOff() {
        accounts.withWork().forEach(busy -> work(busy.account(), new Lull(new Bell(), Duration.ZERO)));
        herald.tellAll();
    }

    /** @param lull what to do when nothing is due for a moment */
    void work(long id, Lull lull) {
        accounts.find(id).ifPresent(account -> rounds.begin(account).ifPresent(begun -> work(account, begun, lull)));
    }

    private void work(Account account, Begun begun, Lull lull) {
        var round = new Round(begun.round());
        atWork.add(round);
        try (SmtpLine line = account.server().line(mailsPerConnection)) {
            Trouble trouble = line.open();
            if (trouble == null) {
                trouble = carryAll(account, round, line, begun.troubled(), lull);
            }
            if (trouble != null) {
                troubles.begins(account, trouble);
            }
        } finally {
            notebook.end(round);
            atWork.remove(round);
        }
    }

    /**
     * One mail alone as long as nobody knows whether the server is well. Ends where the lease of the round could not be renewed:
     * nothing may be handed over in it any more, so what it took would be given back and taken for ever.
     */
    private @Nullable Trouble carryAll(Account account, Round round, SmtpLine line, boolean troubled, Lull lull) {
        boolean probing = troubled;
        do {
            lull.listen();
            List<DueMail> mails = postman.take(round, account, probing ? 1 : MAILS_AT_ONCE);
            while (!mails.isEmpty()) {
                Trouble trouble = postman.carry(mails, round, line, lull.bell());
                herald.tellAll();
                if (trouble != null) {
                    return trouble;
                }
                if (probing) {
                    troubles.isOver(account);
                    probing = false;
                }
                lull.isBusy();
                mails = lull.bell().isSilenced() || !round.isSafe()
                        ? List.of()
                        : postman.take(round, account, MAILS_AT_ONCE);
            }
        } while (round.isSafe() && lull.awaitMore(account));
        return null;
    }

    /** As long as this node lives nobody else takes what its rounds hold. */
    void renewLeases() {
        for (Round round : atWork) {
            long asked = System.nanoTime();
            rounds.renew(round.id());
            due.renew(round.id(), round.held());
            round.renewed(asked);
        }
    }
}
