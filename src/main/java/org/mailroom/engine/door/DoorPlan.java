package org.mailroom.engine.door;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.FormService;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the door in front of both interfaces of the engine, after the login. */
@Configuration(proxyBeanMethods = false)
class DoorPlan {

    private static final int AFTER_THE_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<Filter> doorOfTheEngine(JdbcClient jdbc, FormService forms, MessageSource messages) {
        var door = new Door(new DoorList(), new KnownIds(jdbc), new FormFields(forms), new Refusals(messages));
        return placed(door, "doorOfTheEngine", AFTER_THE_LOGIN);
    }

    @Bean
    FilterRegistrationBean<Filter> straightPathsToTheEngine(MessageSource messages) {
        var straight = new StraightPaths(new Refusals(messages));
        return placed(straight, "straightPathsToTheEngine", Ordered.HIGHEST_PRECEDENCE);
    }

    private static FilterRegistrationBean<Filter> placed(Filter filter, String name, int order) {
        var place = new FilterRegistrationBean<>(filter);
        place.setName(name);
        place.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        place.setOrder(order);
        return place;
    }
}
