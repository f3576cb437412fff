package org.mailroom.engine.door;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.FormService;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the door in front of both interfaces of the engine, after the login. */
@Configuration(proxyBeanMethods = false)
class DoorPlan {

    private static final int AFTER_THE_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<Filter> doorOfTheEngine(JdbcClient jdbc, FormService forms, MessageSource messages) {
        var door = new FilterRegistrationBean<Filter>(
                new Door(new DoorList(), new KnownIds(jdbc), new FormFields(forms), new Refusals(messages)));
        door.setName("doorOfTheEngine");
        door.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        door.setOrder(AFTER_THE_LOGIN);
        return door;
    }
}
