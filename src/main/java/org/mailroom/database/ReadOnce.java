package org.mailroom.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction asks for with nearly every step and so reads once, such as how its inboxes are set up. The next transaction
 * reads it again; without a transaction it is read each time.
 *
 * @param <K> what is asked for
 * @param <V> the answer; never null
 */
public final class ReadOnce<K, V> {

    private final Function<K, V> table;

    /** @param table reads it from the database */
    public ReadOnce(Function<K, V> table) {
        this.table = table;
    }

    public V get(K key) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return table.apply(key);
        }
        return ofTransaction().computeIfAbsent(key, table);
    }

    /** The running transaction changed some of it. */
    public void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    @SuppressWarnings("unchecked") // nothing else is bound to this
    private Map<K, V> ofTransaction() {
        Map<K, V> known = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        return known;
    }

    private final class Forgetting implements TransactionSynchronization {

        /** Another transaction begins inside this one. */
        @Override
        public void suspend() {
            forget();
        }

        @Override
        public void afterCompletion(int status) {
            forget();
        }
    }
}
