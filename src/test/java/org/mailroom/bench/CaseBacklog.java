package org.mailroom.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of before, written into the tables at one go: what a Mailroom has that was at work for a while. */
final class CaseBacklog {

    private final JdbcClient jdbc;

    CaseBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int cases) {}
}
