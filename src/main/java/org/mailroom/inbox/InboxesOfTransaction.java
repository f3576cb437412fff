package org.mailroom.inbox;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All inboxes as the running transaction read them first: it asks for one of them with nearly every step. */
final class InboxesOfTransaction implements TransactionSynchronization {

    private final List<Inbox> all;

    private InboxesOfTransaction(List<Inbox> all) {
        this.all = List.copyOf(all);
    }

    static List<Inbox> all(Supplier<List<Inbox>> table) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return table.get();
        }
        InboxesOfTransaction read =
                (InboxesOfTransaction) TransactionSynchronizationManager.getResource(InboxesOfTransaction.class);
        if (read == null) {
            read = new InboxesOfTransaction(table.get());
            TransactionSynchronizationManager.bindResource(InboxesOfTransaction.class, read);
            TransactionSynchronizationManager.registerSynchronization(read);
        }
        return read.all;
    }

    /** One of them was changed by this transaction. */
    static void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(InboxesOfTransaction.class);
    }

    @Override
    public void suspend() {
        forget();
    }

    @Override
    public void afterCompletion(int status) {
        forget();
    }
}
