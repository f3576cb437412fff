package org.mailroom.access.tokens;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Knows the token of a request (RFC 6750). Its bearer is nobody among the people: he has the scopes and no more. */
@Component
class TokenLogin implements OpaqueTokenIntrospector {

    private final ApiTokens tokens;

    TokenLogin(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String shown) {
        ApiToken token =
                tokens.shown(shown).orElseThrow(() -> new BadOpaqueTokenException("Unknown, ended or revoked"));
        return new DefaultOAuth2AuthenticatedPrincipal(
                "token " + token.name(), Map.of("token", token.name()), authorities(token.scopes()));
    }

    private static Collection<GrantedAuthority> authorities(Set<Scope> scopes) {
        return scopes.stream()
                .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                .collect(Collectors.toSet());
    }
}
