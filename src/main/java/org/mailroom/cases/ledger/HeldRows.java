package org.mailroom.cases.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows that the running transaction holds or has added: nobody else can change them until it ends, so what was read of
 * them is not read again. A diagram asks about its case a dozen times.
 */
final class HeldRows implements TransactionSynchronization {

    private final Map<CaseNumber, CaseRow> rows = new HashMap<>();
    private final Set<CaseNumber> opening = new HashSet<>();

    private HeldRows() {}

    /** Null where it is not held, or no transaction runs. */
    static @Nullable CaseRow get(CaseNumber number) {
        HeldRows held = now();
        return held == null ? null : held.rows.get(number);
    }

    static void put(CaseRow row) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            ofTransaction().rows.put(row.number(), row);
        }
    }

    /** A row that was added just now: until its case {@linkplain #opened is open}, what changes in it is not written yet. */
    static void open(CaseRow row) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            put(row);
            ofTransaction().opening.add(row.number());
        }
    }

    static void opened(CaseNumber number) {
        HeldRows held = now();
        if (held != null) {
            held.opening.remove(number);
        }
    }

    static boolean isOpening(CaseNumber number) {
        HeldRows held = now();
        return held != null && held.opening.contains(number);
    }

    /** Those of the running transaction; null where none runs, or it holds none. */
    private static @Nullable HeldRows now() {
        return (HeldRows) TransactionSynchronizationManager.getResource(HeldRows.class);
    }

    private static HeldRows ofTransaction() {
        HeldRows held = now();
        if (held == null) {
            held = new HeldRows();
            TransactionSynchronizationManager.bindResource(HeldRows.class, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        return held;
    }

    /** Another transaction begins inside this one, which holds nothing yet. */
    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(HeldRows.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(HeldRows.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(HeldRows.class);
    }
}
