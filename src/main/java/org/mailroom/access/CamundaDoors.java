package org.mailroom.access;

import static org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.mailroom.access.tries.Tries;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hands whoever passed {@link AccessRules} on to the engine: its web applications and its REST interface take the principal
 * of the request for the person, look up his groups, and let him do what the engine's rights allow.
 */
@Configuration(proxyBeanMethods = false)
class CamundaDoors {

    private static final int AFTER_OUR_RULES = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<Filter> webappsTrustOurLogin() {
        return door("webappsTrustOurLogin", new WebappLogins(), "/camunda/*");
    }

    /** The engine forgets the person again when the request ends, however it ends. */
    @Bean
    FilterRegistrationBean<Filter> restTrustsOurLogin() {
        var door = door("restTrustsOurLogin", new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
        door.addInitParameter(AUTHENTICATION_PROVIDER_PARAM, ContainerBasedAuthenticationProvider.class.getName());
        return door;
    }

    @Bean
    FilterRegistrationBean<Filter> eachPageHasItsOwnNonce() {
        return door("eachPageHasItsOwnNonce", new OwnNonce(), "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<Filter> theWebappsCookiesAreSecureBehindTls() {
        return door("theWebappsCookiesAreSecureBehindTls", new SecureTokenCookie(), "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<Filter> theOwnPasswordIsNotGuessed(Tries tries) {
        return door("theOwnPasswordIsNotGuessed", new OwnPasswordTries(tries), "/engine-rest/*", "/camunda/api/*");
    }

    private static FilterRegistrationBean<Filter> door(String name, Filter filter, String... paths) {
        var door = new FilterRegistrationBean<>(filter);
        door.setName(name);
        door.addUrlPatterns(paths);
        door.setOrder(AFTER_OUR_RULES);
        return door;
    }
}
