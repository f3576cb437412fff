package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.mailroom.engine.FailedStep;
import org.mailroom.engine.ModelGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the previous versions again when the first mails fail in a new model. Goes back one step, never further: if the mail fails
 * there too, the model is not to blame.
 */
@Component
class GoingBack implements ModelGuard {

    static final String SOURCE = "back";

    private static final Logger LOG = LoggerFactory.getLogger(GoingBack.class);

    /** After so many cases that were opened with it, a model has proven itself. */
    private static final int FIRST_CASES = 10;

    private final RepositoryService repository;
    private final RefusedModels refused;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    GoingBack(
            RepositoryService repository,
            RefusedModels refused,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.refused = refused;
        this.jdbc = jdbc;
        transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Deployed(String id, String source) {}

    private record Content(String file, byte[] bytes) {}

    /** If the earlier version is refused today, the model stays and the mail is put aside. */
    @Override
    public boolean goBack(FailedStep failed) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> goBackAtOnce(failed)));
        } catch (RuntimeException refusedToo) {
            LOG.error("Mailroom could not go back to the previous version: {}", EngineReasons.of(refusedToo));
            return false;
        }
    }

    private boolean goBackAtOnce(FailedStep failed) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.models'))")
                .query()
                .singleRow();
        if (activeVersion(failed.process()) != failed.version()) {
            return activeVersion(failed.process()) > failed.version();
        }
        Optional<Deployed> newest = newest(failed.process());
        if (newest.isEmpty()
                || newest.get().source().equals(SOURCE)
                || casesSince(newest.get().id(), failed.process()) >= FIRST_CASES) {
            return false;
        }
        List<Content> previous = previous(newest.get().id());
        return !previous.isEmpty() && deploy(previous, failed);
    }

    private int activeVersion(String process) {
        return jdbc.sql("select coalesce(max(version_), 0) from act_re_procdef where key_ = :process")
                .param("process", process)
                .query(Integer.class)
                .single();
    }

    /** The newest deployment of those with the active version of the process or of any decision, which it may ask. */
    private Optional<Deployed> newest(String process) {
        return jdbc.sql(
                        """
                        select d.id_, coalesce(d.source_, '') from act_re_deployment d
                        left join model_deployment m on m.deployment_id = d.id_
                        where d.id_ in (
                            select p.deployment_id_ from act_re_procdef p
                            where p.key_ = :process
                              and p.version_ = (select max(n.version_) from act_re_procdef n where n.key_ = p.key_)
                            union
                            select t.deployment_id_ from act_re_decision_def t
                            where t.version_ = (select max(n.version_) from act_re_decision_def n where n.key_ = t.key_))
                        order by m.id desc nulls last, d.deploy_time_ desc limit 1
                        """)
                .param("process", process)
                .query((row, number) -> new Deployed(row.getString(1), row.getString(2)))
                .optional();
    }

    private long casesSince(String deployment, String process) {
        return jdbc.sql(
                        """
                        select count(*) from act_hi_procinst i
                        where i.proc_def_key_ = :process
                          and i.start_time_ > (select d.deploy_time_ from act_re_deployment d where d.id_ = :deployment)
                        """)
                .param("process", process)
                .param("deployment", deployment)
                .query(Long.class)
                .single();
    }

    /** What was active before this deployment, of each process and decision in it. */
    private List<Content> previous(String deployment) {
        return List.of(DefinedId.Kind.PROCESS, DefinedId.Kind.DECISION).stream()
                .flatMap(kind -> jdbc
                        .sql(
                                """
                                select distinct on (b.id_) b.name_, b.bytes_ from %s now
                                join %s r on r.key_ = now.key_ and r.version_ = (
                                    select max(e.version_) from %s e where e.key_ = now.key_ and e.version_ < now.version_)
                                join act_ge_bytearray b on b.deployment_id_ = r.deployment_id_ and b.name_ = r.resource_name_
                                where now.deployment_id_ = :deployment
                                """
                                        .formatted(kind.table(), kind.table(), kind.table()))
                        .param("deployment", deployment)
                        .query((row, number) -> new Content(row.getString(1), row.getBytes(2)))
                        .list()
                        .stream())
                .toList();
    }

    private boolean deploy(List<Content> previous, FailedStep failed) {
        var deployment =
                repository.createDeployment().name(FolderDeployer.DEPLOYMENT).source(SOURCE);
        previous.forEach(
                content -> deployment.addInputStream(content.file(), new ByteArrayInputStream(content.bytes())));
        deployment.deploy();
        List<String> files = previous.stream().map(Content::file).toList();
        LOG.error("Mailroom went back to the previous version of {}: {}", files, failed.getMessage());
        refused.wentBack(String.join(", ", files) + ": " + failed.getMessage());
        return true;
    }
}
