package org.mailroom.access;

import static org.mailroom.access.Paths.paths;
import static org.mailroom.access.Paths.reading;
import static org.mailroom.engine.People.ADMINS;
import static org.mailroom.engine.People.ANALYSTS;
import static org.mailroom.engine.People.SUPERVISORS;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;

import jakarta.servlet.DispatcherType;
import java.util.function.Supplier;
import org.mailroom.access.tokens.Scope;
import org.mailroom.access.tries.LoginPaused;
import org.mailroom.access.tries.Tries;
import org.mailroom.engine.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may enter by which door. The order is that of the methods: interfaces for machines, the engine's web applications,
 * and everything else, which are our pages. What no rule opens is closed.
 */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    private static final String[] OPEN_TO_ALL = {"/login", "/*.css", "/*.js", "/*.svg", "/*.png", "/favicon.ico"};

    private final PresentGroups presentGroups;
    private final Tries tries;
    private final CsrfTokens csrfTokens = new CsrfTokens();
    private final RememberedAim aim = new RememberedAim();

    AccessRules(People people, Tries tries) {
        this.tries = tries;
        presentGroups = new PresentGroups(people);
    }

    /**
     * For programs: a token (RFC 6750) or a login by HTTP Basic (RFC 7617) with each request, or the session of a page; never
     * a redirect. A person has his own rights here, a token has its scopes.
     */
    @Bean
    @Order(1)
    SecurityFilterChain interfaces(HttpSecurity http, OpaqueTokenIntrospector tokens) throws Exception {
        var unauthorized = new Unauthorized(tries);
        return http.securityMatcher(paths("/engine-rest/**", "/api/**", "/actuator/**"))
                .addFilterAfter(presentGroups, SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(paths("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(paths("/actuator/prometheus", "/actuator/info"))
                        .hasAnyAuthority(Scope.METRICS.authority(), ADMINS)
                        .requestMatchers(paths("/actuator/**"))
                        .hasAuthority(ADMINS)
                        .requestMatchers(paths(HttpMethod.POST, "/api/mail"))
                        .hasAnyAuthority(Scope.RELAY.authority(), ADMINS)
                        .requestMatchers(paths(HttpMethod.POST, "/api/mail/read"))
                        .access(anyOf(hasAuthority(Scope.READ.authority()), AccessRules::isPerson))
                        .requestMatchers(reading("/api/received-mails/**"))
                        .hasAnyAuthority(Scope.READ.authority(), ADMINS, SUPERVISORS)
                        .requestMatchers(paths(HttpMethod.POST, "/api/received-mails/**"))
                        .hasAnyAuthority(Scope.WORK.authority(), ADMINS)
                        .requestMatchers(paths("/api/mailboxes/**", "/api/outgoing-accounts/**"))
                        .hasAnyAuthority(Scope.SETUP.authority(), ADMINS)
                        .requestMatchers(reading("/api/outgoing-mails/**"))
                        .hasAnyAuthority(Scope.READ.authority(), ADMINS, SUPERVISORS)
                        .requestMatchers(paths(HttpMethod.POST, "/api/outgoing-mails/*/send-again"))
                        .access(anyOf(hasAuthority(Scope.WORK.authority()), AccessRules::isPerson))
                        .requestMatchers(reading("/api/openapi", "/api/openapi.yaml"))
                        .authenticated()
                        .requestMatchers(paths("/engine-rest/**"))
                        .access(AccessRules::isPerson)
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(bearer ->
                        bearer.opaqueToken(token -> token.introspector(tokens)).authenticationEntryPoint(unauthorized))
                .httpBasic(basic -> basic.authenticationEntryPoint(unauthorized))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(unauthorized).accessDeniedHandler(new Forbidden()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).requireCsrfProtectionMatcher(new CookieAlone()))
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .headers(OwnHeaders::set)
                .build();
    }

    /** For the engine's web applications, which bring their own headers and their own CSRF token. */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        var api = paths("/camunda/api/**");
        return http.securityMatcher(paths("/camunda/**"))
                .addFilterAfter(presentGroups, SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(paths("/camunda/api/admin/auth/user/*/login/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new WebappToken(), LogoutFilter.class)
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler()))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), api)
                        .defaultAuthenticationEntryPointFor(toLogin(), paths("/camunda/**")))
                .requestCache(cache -> cache.requestCache(aim))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(Customizer.withDefaults())
                        .httpStrictTransportSecurity(Customizer.withDefaults())
                        .referrerPolicy(Customizer.withDefaults())
                        .addHeaderWriter(new NoStore()))
                .build();
    }

    /** For people in front of a browser. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.addFilterAfter(presentGroups, SecurityContextHolderFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(paths(OPEN_TO_ALL))
                                .permitAll()
                                .requestMatchers(paths("/admin/**"))
                                .hasAuthority(ADMINS)
                                .requestMatchers(paths("/models/**"))
                                .hasAnyAuthority(ADMINS, ANALYSTS)
                                .requestMatchers(paths("/stuck/**"))
                                .hasAnyAuthority(ADMINS, SUPERVISORS)
                                .anyRequest()
                                .authenticated())
                .formLogin(login -> login.loginPage("/login").failureHandler(failure()))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(toLogin()).accessDeniedHandler(new LoginExpired()))
                .requestCache(cache -> cache.requestCache(aim))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .headers(OwnHeaders::set)
                .build();
    }

    private static LoginUrlAuthenticationEntryPoint toLogin() {
        var entry = new LoginUrlAuthenticationEntryPoint("/login");
        entry.setFavorRelativeUris(true);
        return entry;
    }

    /** Keeps nothing of a failed try: that would be a session for each. */
    private static AuthenticationFailureHandler failure() {
        return (request, response, refused) -> response.sendRedirect(request.getContextPath()
                + LoginPaused.in(refused)
                        .map(paused -> "/login?wait=" + paused.seconds())
                        .orElse("/login?error"));
    }

    private static AuthorizationDecision isPerson(Supplier<Authentication> login, RequestAuthorizationContext request) {
        return new AuthorizationDecision(
                login.get() instanceof UsernamePasswordAuthenticationToken person && person.isAuthenticated());
    }
}
