package org.mailroom.cases.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@MailroomTest
class HeldRowsTests {

    @Autowired
    CasePlay play;

    @Autowired
    CaseRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aTransactionSeesItsOwnChangeOfACaseThatItHolds() {
        CaseNumber number = play.opened("Changed");
        inTransaction(() -> {
            rows.hold(number);
            rows.change(number, row -> row.withPriority(75));
            assertThat(rows.get(number).priority()).isEqualTo(75);
            assertThat(play.column(number, "priority")).isEqualTo(75);
        });
    }

    @Test
    void whatATransactionTookBackIsNotRemembered() {
        CaseNumber number = play.opened("Taken back");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            rows.change(number, row -> row.withPriority(75));
            status.setRollbackOnly();
        });
        inTransaction(() -> assertThat(rows.get(number).priority()).isEqualTo(50));
    }

    @Test
    void aCaseThatIsNotHeldIsReadAgainEachTime() {
        CaseNumber number = play.opened("Not held");
        inTransaction(() -> {
            assertThat(rows.get(number).priority()).isEqualTo(50);
            CompletableFuture.runAsync(() -> rows.change(number, row -> row.withPriority(75)))
                    .join();
            assertThat(rows.get(number).priority()).isEqualTo(75);
        });
    }

    @Test
    void aTransactionInsideAnotherDoesNotTakeTheOtherOnesCasesForHeld() {
        CaseNumber number = play.opened("Inside");
        inTransaction(() -> {
            rows.change(number, row -> row.withPriority(75));
            var inner = new TransactionTemplate(transactions);
            inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            inner.executeWithoutResult(
                    status -> assertThat(rows.get(number).priority()).isEqualTo(50));
            assertThat(rows.get(number).priority()).isEqualTo(75);
        });
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
