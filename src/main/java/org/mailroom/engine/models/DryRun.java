package org.mailroom.engine.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.mailroom.database.Hiccup;
import org.mailroom.engine.FailedStep;
import org.mailroom.engine.TrialRun;
import org.mailroom.engine.TrialRun.Outcome;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries a deployment with the mails that opened the latest cases, in a transaction that is rolled back. Each mail has a savepoint, so
 * no lock is held longer than one mail takes. Nothing that happens after a commit happens.
 */
@Component
class DryRun {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int SHOWN = 5;

    private final ObjectProvider<TrialRun> trial;
    private final TransactionTemplate all;
    private final TransactionTemplate one;
    private final int most;

    /**
     * @param trial provided late, because it needs the engine that this is a part of
     * @param most how many mails are tried; 0 switches it off
     */
    DryRun(
            ObjectProvider<TrialRun> trial,
            PlatformTransactionManager transactions,
            @Value("${mailroom.models.try-mails:50}") int most) {
        this.trial = trial;
        this.most = most;
        all = new TransactionTemplate(transactions);
        all.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        one = new TransactionTemplate(transactions);
        one.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What the dry run found.
     *
     * @param tried how many mails were tried
     * @param changes what would have gone otherwise, a sentence for each mail
     */
    record Result(int tried, List<String> changes) {}

    /** How opening a copy ended: with an outcome, or with a failure in words. */
    private record Ended(@Nullable Outcome outcome, String failure) {}

    boolean isOn() {
        return most > 0;
    }

    /**
     * Tries a deployment.
     *
     * @param deploy deploys in the transaction that it is called in
     * @throws ModelsRefused if mails fail that the active models can take in
     */
    Result of(Supplier<?> deploy) {
        Map<String, Ended> after = new LinkedHashMap<>();
        Map<String, Ended> before = new LinkedHashMap<>();
        all.executeWithoutResult(whole -> {
            whole.setRollbackOnly();
            one.executeWithoutResult(status -> {
                status.setRollbackOnly();
                Object deployed = deploy.get();
                if (concernsCases(deployed)) {
                    openAll(trial.getObject().latest(most), after);
                }
                forget(deployed);
            });
            openAll(List.copyOf(after.keySet()), before);
        });
        return compare(before, after);
    }

    private boolean concernsCases(Object deployed) {
        if (!(deployed instanceof DeploymentEntity deployment)) {
            return false;
        }
        List<ProcessDefinition> processes = deployment.getDeployedProcessDefinitions();
        return deployment.getDeployedDecisionDefinitions() != null
                || processes != null
                        && processes.stream().anyMatch(process -> process.getKey()
                                .equals(trial.getObject().process()));
    }

    private void openAll(List<String> numbers, Map<String, Ended> results) {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (String number : numbers) {
            if (System.nanoTime() > end) {
                return;
            }
            results.put(number, open(number, "TRIAL-" + results.size()));
        }
    }

    private Ended open(String number, String copy) {
        try {
            return one.execute(status -> {
                status.setRollbackOnly();
                return new Ended(trial.getObject().open(number, copy), "");
            });
        } catch (RuntimeException failed) {
            if (Hiccup.isBehind(failed)) {
                throw failed;
            }
            return new Ended(
                    null, FailedStep.behind(failed).map(FailedStep::getMessage).orElseGet(() -> failed.getClass()
                            .getSimpleName()));
        }
    }

    private static Result compare(Map<String, Ended> before, Map<String, Ended> after) {
        List<String> failures = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        before.forEach((number, earlier) -> {
            Ended later = after.get(number);
            Outcome was = earlier.outcome();
            Outcome is = later == null ? null : later.outcome();
            if (later != null && was != null && is == null) {
                failures.add(number + ": " + later.failure());
            } else if (was != null && is != null && !was.equals(is)) {
                changes.add(number + ": " + difference(was, is));
            }
        });
        if (!failures.isEmpty()) {
            throw new ModelsRefused(refusal(failures, before.size()));
        }
        return new Result(before.size(), List.copyOf(changes));
    }

    private static List<String> refusal(List<String> failures, int tried) {
        List<String> reasons = new ArrayList<>();
        reasons.add("dry run: " + failures.size() + " of the last " + tried + " mails that opened a case would fail");
        failures.stream()
                .limit(SHOWN)
                .map(failure -> "dry run, mail of " + failure)
                .forEach(reasons::add);
        return reasons;
    }

    private static String difference(Outcome earlier, Outcome later) {
        List<String> differences = new ArrayList<>();
        add(differences, "inbox", earlier.inbox(), later.inbox());
        add(differences, "owner", earlier.owner(), later.owner());
        add(differences, "priority", Integer.toString(earlier.priority()), Integer.toString(later.priority()));
        add(differences, "state", earlier.state(), later.state());
        return String.join(", ", differences);
    }

    private static void add(List<String> differences, String what, String earlier, String later) {
        if (!earlier.equals(later)) {
            differences.add(what + " " + (earlier.isEmpty() ? "–" : earlier) + " → " + (later.isEmpty() ? "–" : later));
        }
    }

    /** Forgets what the deployment that was rolled back added to the engine's memory. */
    private static void forget(Object deployed) {
        if (deployed instanceof DeploymentEntity deployment && deployment.getDeployedArtifacts() != null) {
            deployment.getDeployedArtifacts().clear();
        }
    }
}
