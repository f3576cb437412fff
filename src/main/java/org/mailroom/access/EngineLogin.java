package org.mailroom.access;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Knows people by the engine's users and passwords. The name of a login is the user id, its authorities are the ids of the
 * groups, such as {@code inbox-support} and {@code supervisors}. The engine counts failed tries and locks a user out for a
 * while that doubles with each.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identities;
    private final People people;

    EngineLogin(IdentityService identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String id = login.getName();
        return Optional.of(id)
                .filter(EngineLogin::isStorable)
                .filter(name -> identities.checkPassword(name, String.valueOf(login.getCredentials())))
                .flatMap(people::find)
                .map(EngineLogin::loggedIn)
                .orElseThrow(() -> new BadCredentialsException("Unknown name, wrong password, or locked out"));
    }

    @Override
    public boolean supports(Class<?> login) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
    }

    /** PostgreSQL takes no NUL in a text, so nobody has one in his id. */
    private static boolean isStorable(String id) {
        return id.indexOf('\0') < 0;
    }

    static Authentication loggedIn(Person person) {
        var groups = person.groups().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(person.id(), null, groups);
    }
}
