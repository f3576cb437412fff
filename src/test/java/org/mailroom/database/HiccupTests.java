package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiccupTests {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57014", "57P01", "40001", "40P01", "58030", "55P03", "25006"})
    void troubleOfTheDatabasePassesByItself(String state) {
        assertThat(Hiccup.isBehind(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "P0001", "0A000"})
    void whatTheWorkDidWrongDoesNot(String state) {
        assertThat(Hiccup.isBehind(failure(state))).isFalse();
    }

    @Test
    void aPoolWithoutAConnectionIsSuchTrouble() {
        assertThat(Hiccup.isBehind(new SQLTransientConnectionException("not available")))
                .isTrue();
        assertThat(Hiccup.isBehind(new SQLException("who knows"))).isFalse();
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException("it failed", new RuntimeException(new SQLException("why", state)));
    }
}
