package org.mailroom.engine.door;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door in front of both interfaces of the engine, after the login. */
@Configuration(proxyBeanMethods = false)
class DoorPlan {

    private static final int AFTER_THE_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<Filter> doorOfTheEngine(MessageSource messages) {
        var door = new FilterRegistrationBean<Filter>(new Door(new Refusals(messages)));
        door.setName("doorOfTheEngine");
        door.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        door.setOrder(AFTER_THE_LOGIN);
        return door;
    }
}
