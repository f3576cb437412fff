package org.mailroom.testing;

import static org.awaitility.Awaitility.await;

import java.util.Set;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.Casework;
import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Cancels what earlier tests left open: Tasklist shows fifteen tasks at a time, and a test looks for its own among them. */
public final class ClearedDesk implements BeforeEachCallback {

    private static final Agent SUPERVISOR = new Agent("supervisor", Set.of(), true);

    @Override
    public void beforeEach(ExtensionContext test) {
        var application = SpringExtension.getApplicationContext(test);
        var casework = application.getBean(Casework.class);
        application
                .getBean(JdbcClient.class)
                .sql("select number from cases where state <> 'CLOSED'")
                .query(String.class)
                .list()
                .forEach(number -> await().until(() -> isClosed(new CaseNumber(number), casework)));
    }

    /** A case may be busy with the end of what an earlier test did. */
    private static boolean isClosed(CaseNumber number, Casework casework) {
        try {
            casework.cancel(number, SUPERVISOR, "");
            return true;
        } catch (CaseRefusal refused) {
            return refused.reason() == Reason.CLOSED;
        }
    }
}
