package org.mailroom.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why no connection to the database could be made at the start, without a stack trace. */
class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** Classes of SQLSTATE: connection exception, invalid authorization, invalid catalog name. */
    private static final Set<String> NO_CONNECTION = Set.of("08", "28", "3D");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState();
        if (state == null || state.length() < 2 || !NO_CONNECTION.contains(state.substring(0, 2))) {
            return null;
        }
        return new FailureAnalysis(
                "The database cannot be used: " + cause.getMessage(),
                "Check spring.datasource.url, spring.datasource.username and spring.datasource.password, and whether"
                        + " PostgreSQL runs there.",
                cause);
    }
}
