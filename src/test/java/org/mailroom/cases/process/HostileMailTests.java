package org.mailroom.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.Reply;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.mailbox.KeptMail;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever stands in a mail, no step of the way breaks, and nothing in it is carried out. */
@MailroomTest
class HostileMailTests {

    @Autowired
    ApplicationContext app;

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    static Stream<String> texts() {
        return Stream.of(
                "",
                "x".repeat(10_000),
                "a\0b\u0001c",
                "\uD83D\uDE00\uD83C\uDDE9\uD83C\uDDEA\u202E\u0301",
                "${7*7} ${1234*4321} #{1234*4321}",
                "[[${7*7}]] [[${1234*4321}]] th:text=\"${1234*4321}\"",
                "{{case.number}} {{{message.text}}} {{#link}}",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "one\r\n Bcc: victim@example.com",
                "'; drop table cases; --",
                "=?utf-8?q?=0D=0ABcc:_victim@example.com?=");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void itIsWorkedToItsEndLikeAnyOther(String text) {
        String customer = CasePlay.newCustomer();
        CaseNumber number = KeptMail.becomesCase(app, customer, text, text);
        play.runJobs(number);

        work.reply(number, SAM, new Reply(text + "!", List.of()));
        work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, shortened(text)));
        work.complete(number, FAY);
        play.runJobs(number);

        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(play.instance(number).getId())
                        .count())
                .isZero();
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(taskNames(number)).allSatisfy(name -> assertThat(name)
                .startsWith(number.value())
                .hasSizeLessThanOrEqualTo(255)
                .doesNotContain("5332114", "\n", "\r"));
        assertThat(mails(number))
                .isNotEmpty()
                .allSatisfy(raw -> assertThat(raw).doesNotContain("\nBcc:").doesNotContain("5332114"));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 4_000));
    }

    private List<String> taskNames(CaseNumber number) {
        return history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                .map(task -> task.getName())
                .toList();
    }

    private List<String> mails(CaseNumber number) {
        return jdbc.sql("select raw from outgoing_mail where case_number = :number")
                .param("number", number.value())
                .query((row, at) -> new String(row.getBytes("raw"), java.nio.charset.StandardCharsets.UTF_8))
                .list();
    }
}
