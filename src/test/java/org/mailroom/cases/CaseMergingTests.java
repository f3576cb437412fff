package org.mailroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;
import static org.mailroom.testing.CasePlay.SUPPORT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case becomes part of another one. */
@MailroomTest
class CaseMergingTests {

    private static final Agent SALLY = new Agent("another-agent", Set.of(SUPPORT), false);
    private static final Agent SUE = new Agent("supervisor", Set.of(), true);

    @Autowired
    CaseMerging merging;

    @Autowired
    Casework work;

    @Autowired
    KnownCases known;

    @Autowired
    CasePlay play;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMergedCaseEndsAsPartOfTheOtherAndBothSaySo() {
        CaseNumber number = play.opened("The lamp is dark");
        CaseNumber into = play.opened("The lamp");

        merging.merge(number, SAM, into);

        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(play.column(number, "outcome")).isEqualTo("MERGED");
        assertThat(play.ended(number)).isTrue();
        assertThat(event(number, "MERGED_INTO")).isEqualTo("support-agent " + into);
        assertThat(event(into, "MERGED_FROM")).isEqualTo("support-agent " + number);
        assertThat(play.column(into, "state")).isEqualTo("OPEN");
    }

    @Test
    void theCustomerOfAMergedCaseGetsNoSummary() {
        CaseNumber number = play.opened("The lamp is dark");
        CaseNumber into = play.opened("The lamp");

        merging.merge(number, SAM, into);
        play.runJobs(number);

        assertThat(jdbc.sql("select cause from outgoing_mail where case_number = :number and kind = 'AUTOMATIC_ANSWER'")
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .containsExactly("confirmation:" + number);
    }

    @Test
    void mailToAMergedCaseGoesToTheCaseThatItIsPartOfHoweverLongTheWay() {
        CaseNumber first = play.opened("First");
        CaseNumber second = play.opened("Second");
        CaseNumber third = play.opened("Third");
        merging.merge(first, SAM, second);
        merging.merge(second, SAM, third);

        assertThat(play.followUp(first, false)).isEqualTo(third);
        assertThat(play.followUp(second, true)).isEqualTo(third);
        assertThat(play.timeline(third)).endsWith("CUSTOMER_REPLIED", "AUTOMATIC_MAIL_FILED");
        assertThat(play.timeline(first)).endsWith("MERGED_INTO");
    }

    @Test
    void whoHadAPartInTheMergedCaseHasOneInTheOther() {
        CaseNumber number = play.opened("First");
        CaseNumber into = play.opened("Second");
        EmailAddress customer = EmailAddress.of((String) play.column(number, "requester_address"));

        assertThat(known.hasPart(into, customer)).isFalse();
        merging.merge(number, SAM, into);
        assertThat(known.hasPart(into, customer)).isTrue();
    }

    @Test
    void whoNamesAMergedCaseMeansTheOneThatItIsPartOf() {
        CaseNumber old = play.opened("Old");
        CaseNumber into = play.opened("Into");
        CaseNumber number = play.opened("New");
        merging.merge(old, SAM, into);

        assertThat(merging.merge(number, SAM, old)).isEqualTo(into);
        assertThat(event(number, "MERGED_INTO")).isEqualTo("support-agent " + into);
    }

    @Test
    void aCaseIsMergedNeitherIntoItselfNorIntoOneThatIsPartOfIt() {
        CaseNumber number = play.opened("Whole");
        CaseNumber part = play.opened("Part");
        merging.merge(part, SAM, number);

        assertRefused(Reason.SAME_CASE, number.value(), () -> merging.merge(number, SAM, number));
        assertRefused(Reason.SAME_CASE, number.value(), () -> merging.merge(number, SAM, part));
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
    }

    @Test
    void aClosedCaseIsNeitherMergedNorMergedInto() {
        CaseNumber open = play.opened("Open");
        CaseNumber closed = play.opened("Closed");
        work.complete(closed, SAM);

        assertRefused(Reason.TARGET_CLOSED, closed.value(), () -> merging.merge(open, SAM, closed));
        assertRefused(Reason.CLOSED, "", () -> merging.merge(closed, SAM, open));
    }

    @Test
    void aCaseThatDoesNotExistOrIsOutOfSightIsNoneToMergeInto() {
        CaseNumber number = play.opened("Mine");
        CaseNumber theirs = play.opened("Theirs");
        work.forward(theirs, SAM, new Forwarding(FINANCE, DueType.KEEP, null, ""));

        assertRefused(Reason.NO_SUCH_CASE, "NO-1", () -> merging.merge(number, SAM, new CaseNumber("NO-1")));
        assertRefused(Reason.NO_SUCH_CASE, theirs.value(), () -> merging.merge(number, SAM, theirs));
        assertThatThrownBy(() -> merging.merge(number, FAY, theirs)).isInstanceOf(NoSuchCase.class);
    }

    @Test
    void somebodyElsesCaseIsMergedBySupervisorsAlone() {
        CaseNumber number = play.opened("His");
        CaseNumber into = play.opened("Into");
        work.claim(number, SAM);

        assertRefused(Reason.OWNED_BY_OTHER, "support-agent", () -> merging.merge(number, SALLY, into));
        merging.merge(number, SUE, into);
        assertThat(play.column(number, "outcome")).isEqualTo("MERGED");
    }

    @Test
    void aCaseThatWaitsIsMergedAndOneThatWaitsIsTakenUpByIt() {
        CaseNumber number = play.opened("Waits");
        CaseNumber into = play.opened("Waits too");
        List.of(number, into).forEach(each -> work.waitForReply(each, SAM, null));

        merging.merge(number, SAM, into);

        assertThat(play.ended(number)).isTrue();
        assertThat(play.column(into, "state")).isEqualTo("OPEN");
    }

    @Test
    void aCaseThatBeganByAModelWithoutMergingSaysSo() throws IOException {
        String older = Files.readString(Path.of("processes/case.bpmn"))
                .replaceAll("(?s)<subProcess id=\"onMerge\".*?</subProcess>", "")
                .replaceAll("<message id=\"MergeCase\"[^>]*>", "")
                .replaceAll(
                        "(?s)<bpmndi:BPMN(Shape|Edge) id=\"(onMerge|mergeRequested|mergeCase|merged)[^\"]*_di\".*?</bpmndi:BPMN\\1>",
                        "");
        String deployment = repository
                .createDeployment()
                .addString("case.bpmn", older)
                .deploy()
                .getId();
        CaseNumber number = play.opened("Of before");
        CaseNumber into = play.opened("Of before too");

        assertRefused(Reason.UNKNOWN_TO_MODEL, "", () -> merging.merge(number, SAM, into));
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        repository.deleteDeployment(deployment, true);
    }

    /** Who did it, and the other case. */
    private String event(CaseNumber number, String kind) {
        return jdbc.sql(
                        "select concat_ws(' ', actor, old_value, new_value) from case_event where case_number = :number and kind = :kind")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    private static void assertRefused(Reason reason, String detail, Runnable verb) {
        assertThatThrownBy(verb::run).isInstanceOfSatisfying(CaseRefusal.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).isEqualTo(detail);
        });
    }
}
