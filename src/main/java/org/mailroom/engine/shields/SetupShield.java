package org.mailroom.engine.shields;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Takes the engine's first-run page off the house: it makes an admin of anybody who asks as long as the admins' group has
 * no direct member (CVE-2026-77226). Our own first run adds the first admin.
 */
@Configuration(proxyBeanMethods = false)
class SetupShield {

    @Bean
    FilterRegistrationBean<Filter> noSetupPage() {
        var shield = new FilterRegistrationBean<Filter>((request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
        shield.setName("noSetupPage");
        shield.addUrlPatterns("/camunda/api/admin/setup/*");
        shield.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        shield.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return shield;
    }
}
