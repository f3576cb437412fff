package org.mailroom.engine.shields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each harmless exploit is tried twice: with the engine's own expression manager, where it works, and with ours, where it
 * is refused.
 */
@MailroomTest
class ExpressionShieldTests {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private ExpressionManager guarded;
    private String deployment;
    private String execution;

    @BeforeEach
    void startAProcess() {
        guarded = engine.getExpressionManager();
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "shields-probe.bpmn",
                        Bpmn.createExecutableProcess("shields-probe")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask()
                                .camundaCandidateGroups("supervisors")
                                .camundaFormRef("handleCase")
                                .camundaFormRefBinding("latest")
                                .done())
                .deploy()
                .getId();
        execution = runtime.startProcessInstanceByKey("shields-probe", Map.of("name", "a name"))
                .getId();
    }

    @AfterEach
    void putTheShieldBack() {
        engine.setExpressionManager(guarded);
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${execution.getClass()}",
                "${execution.processEngineServices.identityService}",
                "${execution.processEngine.processEngineConfiguration.dataSource}",
                "${execution.getProcessEngineServices().getManagementService().getProperties()}",
                "${execution.processDefinition.deploymentId}",
                "${environment}",
                "${dataSource.connection}",
                "${runtimeService}",
                "${people}",
                "${systemProperties['java.version']}"
            })
    void anExpressionInAModelReachesNoClassNoServiceAndNoBean(String exploit) {
        assertThatThrownBy(() -> inAModel(exploit)).isInstanceOf(ProcessEngineException.class);

        takeTheShieldAway();
        assertThatCode(() -> inAModel(exploit)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.getVariable('name').toUpperCase()}",
                "${execution.id}",
                "${name.length() + 1}",
                "${now().time}",
                "${dateTime().plusDays(2).toDate()}",
            })
    void anExpressionInAModelStillReadsValuesAndItsExecution(String honest) {
        assertThat(inAModel(honest)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x${1+1}", "x#{1+1}", "${''.concat(1+1)}", "${''.getClass().getName()}"})
    void anOrQueryEvaluatesNothing(String exploit) {
        assertThatThrownBy(() -> orQuery(exploit).list()).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> orQuery(exploit).count()).isInstanceOf(ProcessEngineException.class);

        takeTheShieldAway();
        assertThatCode(() -> orQuery(exploit).list()).doesNotThrowAnyException();
    }

    @Test
    void anExtendingQueryOfAFilterEvaluatesNothing() {
        String filter = filters.saveFilter(filters.newTaskFilter("Extended").setQuery(tasks.createTaskQuery()))
                .getId();

        assertThatThrownBy(() -> filters.list(filter, orQuery("x${1+1}"))).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> filters.count(filter, orQuery("x${1+1}"))).isInstanceOf(ProcessEngineException.class);

        takeTheShieldAway();
        assertThatCode(() -> filters.list(filter, orQuery("x${1+1}"))).doesNotThrowAnyException();
        filters.deleteFilter(filter);
    }

    @Test
    void nobodyStoresAFilterWithAnExpressionOutsideTheFew() {
        assertThatThrownBy(
                        () -> filters.saveFilter(filter(tasks.createTaskQuery().taskAssigneeExpression("${1+1}"))))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("${1+1}");
        assertThatThrownBy(() -> filters.saveFilter(filter(orQuery("${''.getClass().getName()}"))))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void aFilterThatWasStoredBeforeIsNotEvaluatedEither() {
        TaskQuery harmless = tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
        String filter = filters.saveFilter(filter(harmless)).getId();
        harmfulInTheDatabase(filter);

        assertThatThrownBy(() -> filters.list(filter)).isInstanceOf(ProcessEngineException.class);

        takeTheShieldAway();
        assertThatCode(() -> filters.list(filter)).doesNotThrowAnyException();
        filters.deleteFilter(filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser()}",
                "${ now() }",
                "literal",
                "${dateTime().plusWeeks(2)}",
                "${dateTime().withTimeAtStartOfDay().plusDays(1).toDate()}"
            })
    void theFewExpressionsWorkInFilters(String allowed) {
        assertThatCode(() -> QueryExpressions.check(allowed)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser().getClass()}",
                "${dateTime().getClass()}",
                "${dateTime().plusWeeks(2).getZone()}",
                "${currentUser()} ${1+1}",
                "${dateTime().plusWeeks(environment)}"
            })
    void whatOnlyLooksLikeOneOfTheFewIsRefused(String refused) {
        assertThatThrownBy(() -> QueryExpressions.check(refused)).isInstanceOf(BadUserRequestException.class);
    }

    private void takeTheShieldAway() {
        var bare = new SpringExpressionManager(context);
        engine.setExpressionManager(bare);
    }

    private Object inAModel(String expression) {
        return engine.getCommandExecutorTxRequired().execute(command -> {
            VariableScope running = command.getExecutionManager().findExecutionById(execution);
            return engine.getExpressionManager().createExpression(expression).getValue(running);
        });
    }

    private TaskQuery orQuery(String expression) {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(expression)
                .taskName("never")
                .endOr();
    }

    private Filter filter(TaskQuery query) {
        return filters.newTaskFilter("A filter").setQuery(query);
    }

    private void harmfulInTheDatabase(String filter) {
        jdbc.sql("update act_ru_filter set query_ = replace(query_, '${currentUser()}', 'x${1+1}') where id_ = :id")
                .param("id", filter)
                .update();
    }
}
