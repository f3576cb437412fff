package org.mailroom.engine.models;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.stereotype.Component;

/** Looks at models and forms before the engine gets them. */
@Component
class ModelChecks {

    private static final List<ProcessCheck> PROCESS_CHECKS = List.of(
            new ExecutableCheck(),
            new TimeToLiveCheck(),
            new ScriptCheck(),
            new ClassCheck(),
            new ActionCheck(),
            new ExpressionSyntaxCheck(),
            new ExpressionCheck(),
            new BeanMethodCheck(),
            new ParameterCheck(),
            new FormCheck(),
            new GroupCheck(),
            new MessageCheck(),
            new CaseNamesCheck(),
            new TimerCheck(),
            new PriorityCheck(),
            new BindingCheck(),
            new DecisionTaskCheck(),
            new CalledProcessCheck(),
            new GatewayCheck(),
            new OutcomeCheck(),
            new LoopCheck(),
            new ReachableCheck());

    private static final List<DecisionCheck> DECISION_CHECKS =
            List.of(new DecisionTimeToLiveCheck(), new FeelCheck(), new OverlapCheck(), new OutputCheck());

    /** Those that a form or a decision can break although the model itself is as it was. */
    private static final List<ProcessCheck> CHECKS_OF_USE = List.of(new DecisionTaskCheck(), new OutcomeCheck());

    private final ModelSurroundings surroundings;

    ModelChecks(ModelSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * @param formsBesides ids of forms that are there besides those among the files
     * @return warnings: what an analyst should look at, although it is no reason to refuse the models
     * @throws ModelsRefused with every reason in every file
     */
    List<String> check(List<ModelFile> files, Set<String> formsBesides) {
        Findings findings = findings(files, formsBesides);
        if (!findings.refusals().isEmpty()) {
            throw new ModelsRefused(findings.refusals());
        }
        return findings.warnings();
    }

    /** Returns all that is to be said of these files, without refusing them. */
    Findings findings(List<ModelFile> files, Set<String> formsBesides) {
        List<ReadModel> models = files.stream()
                .filter(file -> file.isProcess() || file.isDecision())
                .map(ReadModel::of)
                .toList();
        List<FormFile> forms =
                files.stream().filter(ModelFile::isForm).map(FormFile::read).toList();
        KnownThings known = surroundings.of(models, forms, formsBesides);
        Stream<Finding> ofForms = forms.stream().flatMap(FormFile::refusals);
        Stream<Finding> ofModels = models.stream().flatMap(model -> findings(model, PROCESS_CHECKS, known));
        Stream<Finding> ofUse = surroundings.processesThatUse(changed(models, forms), models).stream()
                .flatMap(model -> findings(model, CHECKS_OF_USE, known));
        return sorted(Stream.of(ofForms, OneFileForEachId.findings(files), MissingCase.findings(known), ofModels, ofUse)
                .flatMap(some -> some)
                .toList());
    }

    /** The ids of forms and decisions among the files. */
    private static Set<String> changed(List<ReadModel> models, List<FormFile> forms) {
        return Stream.concat(
                        forms.stream().map(FormFile::id),
                        models.stream().flatMap(ReadModel::decisions).map(Decision::getId))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The sentences about one file, with its name and the lines. */
    private static Stream<Finding> findings(ReadModel model, List<ProcessCheck> checks, KnownThings known) {
        BpmnModelInstance process = model.process();
        DmnModelInstance decision = model.decision();
        Stream<Finding> processes =
                process == null ? Stream.empty() : checks.stream().flatMap(check -> check.findings(process, known));
        Stream<Finding> decisions = decision == null
                ? Stream.empty()
                : DECISION_CHECKS.stream().flatMap(check -> check.findings(decision, known));
        return Stream.of(model.problems().stream(), processes, decisions)
                .flatMap(some -> some)
                .map(finding -> placed(model, finding));
    }

    private static Finding placed(ReadModel model, Finding finding) {
        Integer line = model.xml().line(finding.element());
        String place = line == null ? "" : " (line " + line + ")";
        return new Finding(
                finding.refuses(), finding.element(), model.file().name() + ": " + finding.sentence() + place);
    }

    private static Findings sorted(List<Finding> all) {
        return new Findings(sentences(all, true), sentences(all, false));
    }

    private static List<String> sentences(List<Finding> all, boolean refusals) {
        return all.stream()
                .filter(finding -> finding.refuses() == refusals)
                .map(Finding::sentence)
                .distinct()
                .toList();
    }
}
