package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.access.Visitor.basic;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Through the engine's REST interface each sees and does what is his, and no more. */
@MailroomTest
class EngineRestTests {

    private static final String JSON = "application/json";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identities;

    private Visitor visitor;
    private String deployment;
    private String instance;
    private String task;

    @BeforeEach
    void aCaseWaitsInTheInbox() {
        Staff.addTo(house);
        visitor = new Visitor(port);
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "door-case.bpmn",
                        Bpmn.createExecutableProcess("door-case")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("work")
                                .camundaCandidateGroups(Staff.INBOX)
                                .camundaFormRef("handleCase")
                                .camundaFormRefBinding("latest")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        mayReadModel(Staff.INBOX);
        mayReadModel(Staff.OTHER_INBOX);
        instance = runtime.startProcessInstanceByKey("door-case").getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void clearTheInbox() {
        repository.deleteDeployment(deployment, true);
        authorizations.createAuthorizationQuery().resourceId("door-case").list().stream()
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
    }

    @Test
    void aMemberSeesTheTaskAndAStrangerToTheInboxDoesNot() {
        assertThat(get(Staff.AGENT, "/task/" + task).statusCode()).isEqualTo(200);
        assertThat(get(Staff.AGENT, "/task?maxResults=99").body()).contains(task);

        assertThat(get(Staff.NEIGHBOUR, "/task/" + task).statusCode()).isEqualTo(404);
        assertThat(get(Staff.NEIGHBOUR, "/task?maxResults=99").body()).doesNotContain(task);
        assertThat(get(Staff.NEIGHBOUR, "/task/count?candidateGroup=" + Staff.INBOX + "&includeAssignedTasks=true")
                        .body())
                .contains("\"count\":0");
    }

    @Test
    void aMemberClaimsAndCompletesAndAStrangerToTheInboxCannot() {
        assertThat(claim(Staff.NEIGHBOUR).statusCode()).isEqualTo(403);
        assertThat(claim(Staff.AGENT).statusCode()).isEqualTo(204);
        assertThat(post(Staff.NEIGHBOUR, "/task/" + task + "/complete", "{}").statusCode())
                .isEqualTo(403);
        var completed = post(Staff.AGENT, "/task/" + task + "/complete", "{}");
        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);
    }

    @Test
    void noAgentSeesInstancesAndVariablesOfACaseThatIsNotHis() {
        assertThat(get(Staff.NEIGHBOUR, "/process-instance/" + instance).statusCode())
                .isIn(403, 404);
        assertThat(get(Staff.NEIGHBOUR, "/process-instance?maxResults=99").body())
                .doesNotContain(instance);
        assertThat(get(Staff.NEIGHBOUR, "/process-instance/" + instance + "/variables")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(Staff.NEIGHBOUR, "/history/process-instance?maxResults=99")
                        .body())
                .doesNotContain(instance);
    }

    @Test
    void onlyAnalystsAndAdminsDeploy() {
        assertThat(deploy(Staff.AGENT).statusCode()).isEqualTo(403);
        assertThat(deploy(Staff.SUPERVISOR).statusCode()).isEqualTo(403);

        var deployed = deploy(Staff.ANALYST);
        assertThat(deployed.statusCode()).isEqualTo(200);
        repository.deleteDeployment(deployed.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1"), true);
    }

    @Test
    void aModelWithAScriptCannotBeBroughtThisWay() {
        var script =
                deploy(Staff.ANALYST, "<scriptTask id='s' scriptFormat='javascript'><script>1</script></scriptTask>");

        assertThat(script.statusCode()).isEqualTo(400);
        assertThat(script.body()).contains("A model may not contain a script");
    }

    @Test
    void aModelThatWouldNotWorkIsRefusedWithEveryReason() {
        var broken = deploy(
                Staff.ANALYST,
                "<startEvent id='s'/><serviceTask id='work' camunda:delegateExpression='${noSuchBean}'/><userTask id='lonely'/>");

        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body())
                .contains("door.bpmn: work calls noSuchBean, which is no bean that models may call")
                .contains("door.bpmn: user task lonely has no form");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("door-deployed")
                        .count())
                .isZero();
    }

    @Test
    void anAgentStoresNoFilterAndGivesHimselfNoRights() {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{}}";
        String right =
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"door-agent\",\"resourceType\":0,\"resourceId\":\"*\"}";
        String member = "/group/camunda-admin/members/" + Staff.AGENT;

        assertThat(post(Staff.AGENT, "/filter/create", filter).statusCode()).isEqualTo(403);
        assertThat(post(Staff.AGENT, "/authorization/create", right).statusCode())
                .isEqualTo(403);
        assertThat(post(
                                Staff.AGENT,
                                "/user/create",
                                "{\"profile\":{\"id\":\"doorx\"},\"credentials\":{\"password\":\"long enough\"}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(Staff.AGENT, member).statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "x${1+1}, Queries and filters may only use",
        "x${execution.getClass()}, Queries and filters may only use",
        "${what nobody can read, cannot be read"
    })
    void anExpressionInAnOrQueryIsNotEvaluatedAndWhoeverAskedIsToldWhy(String expression, String reason) {
        String query = "{\"orQueries\":[{\"assigneeExpression\":\"" + expression + "\",\"name\":\"n\"}]}";

        assertThat(List.of("/task?maxResults=9", "/task/count", "/filter/" + inboxFilter() + "/count"))
                .map(path -> post(Staff.AGENT, path, query))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .allSatisfy(answer -> assertThat(answer.body()).contains(reason));
    }

    @Test
    void theEngineForgetsWhoAskedWhenItAnswered() {
        get(Staff.AGENT, "/task?maxResults=9");
        get(Staff.AGENT, "/process-instance/nonsense");

        assertThat(identities.getCurrentAuthentication()).isNull();
        assertThat(visitor.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(401);
    }

    private String inboxFilter() {
        return filters.createTaskFilterQuery()
                .filterName("Inbox door-one")
                .singleResult()
                .getId();
    }

    /** What every inbox has for the process of cases. */
    private void mayReadModel(String group) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(group);
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId("door-case");
        right.addPermission(Permissions.READ);
        authorizations.saveAuthorization(right);
    }

    private HttpResponse<String> claim(String person) {
        return post(person, "/task/" + task + "/claim", "{\"userId\":\"" + person + "\"}");
    }

    private HttpResponse<String> deploy(String person) {
        return deploy(person, "<startEvent id='s'/>");
    }

    private HttpResponse<String> deploy(String person, String body) {
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t' "
                + "xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><process id='door-deployed' isExecutable='true' "
                + "camunda:historyTimeToLive='P1D'>" + body + "</process></definitions>";
        String form = "--line\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\ndoor\r\n"
                + "--line\r\nContent-Disposition: form-data; name=\"model\"; filename=\"door.bpmn\"\r\n\r\n"
                + model + "\r\n--line--\r\n";
        return visitor.post(
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=line",
                form,
                "Authorization",
                basic(person, person));
    }

    private HttpResponse<String> get(String person, String path) {
        return visitor.get("/engine-rest" + path, "Authorization", basic(person, person));
    }

    private HttpResponse<String> post(String person, String path, String body) {
        return visitor.post("/engine-rest" + path, JSON, body, "Authorization", basic(person, person));
    }
}
