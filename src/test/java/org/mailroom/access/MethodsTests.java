package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** HEAD and OPTIONS tell of what is there as GET does, so they are open to the same people, on every page of ours. */
@MailroomTest
class MethodsTests {

    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Visitor visitor;

    @BeforeEach
    void comeToTheDoor() {
        Staff.addTo(house);
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", Staff.NOBODY, Staff.AGENT, Staff.SUPERVISOR, Staff.ANALYST, Staff.ADMIN})
    void headAndOptionsAreOpenToWhomGetIs(String person) {
        if (!person.equals("stranger")) {
            visitor.login(person, person);
        }
        Set<String> paths = paths();

        assertThat(paths).hasSizeGreaterThan(50).allSatisfy(path -> {
            boolean closed = isClosed("GET", path);
            assertThat(List.of(isClosed("HEAD", path), isClosed("OPTIONS", path)))
                    .as("HEAD and OPTIONS of " + path)
                    .containsOnly(closed);
        });
    }

    private boolean isClosed(String method, String path) {
        var response = visitor.ask(method, path);
        return TURNED_AWAY.contains(response.statusCode())
                || response.headers()
                        .firstValue("Location")
                        .filter("/login"::equals)
                        .isPresent();
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        for (Map.Entry<RequestMappingInfo, ?> mapping :
                requestMappingHandlerMapping.getHandlerMethods().entrySet()) {
            Set<RequestMethod> methods = mapping.getKey().getMethodsCondition().getMethods();
            assertThat(methods).as(mapping.toString()).isNotNull();
            mapping.getKey().getPatternValues().stream()
                    .filter(path -> !path.equals("/login"))
                    .map(path -> path.replaceAll("\\{([^{}]|\\{[^{}]*})+}", "1"))
                    .forEach(paths::add);
        }
        return paths;
    }
}
