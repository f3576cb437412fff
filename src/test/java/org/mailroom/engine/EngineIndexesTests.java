package org.mailroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MailroomTest
class EngineIndexesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** Said by the planner, once it may not read a small table as a whole. */
    @Test
    void jobsThatAreDueAreFoundByTheirDateAmongAllTimers() {
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql(
                            """
                            explain select * from act_ru_job
                            where retries_ > 0 and (duedate_ is null or duedate_ <= now())
                            """)
                    .query(String.class)
                    .list();
        });
        assertThat(plan).anySatisfy(line -> assertThat(line).contains("mailroom_job_due"));
    }
}
