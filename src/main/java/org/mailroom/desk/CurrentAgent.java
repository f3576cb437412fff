package org.mailroom.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Agent;
import org.mailroom.engine.People;
import org.mailroom.inbox.InboxKey;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives each controller method that asks for an {@link Agent} the person who is logged in, with the groups that he has now. */
@Component
class CurrentAgent implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Agent.class;
    }

    @Override
    public Agent resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return get();
    }

    /** @throws AuthenticationCredentialsNotFoundException where nobody is logged in */
    Agent get() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is logged in");
        }
        Set<String> groups = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        Set<InboxKey> inboxes =
                groups.stream().filter(InboxKey::isGroup).map(InboxKey::ofGroup).collect(Collectors.toSet());
        boolean supervisor = groups.contains(People.SUPERVISORS) || groups.contains(People.ADMINS);
        return new Agent(login.getName(), inboxes, supervisor, groups);
    }
}
