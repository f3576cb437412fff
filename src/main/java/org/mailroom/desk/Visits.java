package org.mailroom.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.NoSuchCase;
import org.mailroom.inbox.CaseNumber;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives each controller method that asks for a {@link Visit} the one that its request is: {@code /cases/{number}/…}. */
@Component
class Visits implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CurrentAgent agent;

    Visits(CurrentAgent agent) {
        this.agent = agent;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object path =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (!(path instanceof Map<?, ?> variables) || !(variables.get("number") instanceof String number)) {
            throw new IllegalStateException("A visit needs {number} in the path of its method");
        }
        return new Visit(caseNumber(number), agent.get(), "true".equals(request.getParameter("frame")));
    }

    private static CaseNumber caseNumber(String written) {
        try {
            return new CaseNumber(written);
        } catch (IllegalArgumentException malformed) {
            throw NoSuchCase.ofNumber();
        }
    }
}
