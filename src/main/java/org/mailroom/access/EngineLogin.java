package org.mailroom.access;

import java.time.Duration;
import org.mailroom.access.tries.LoginPaused;
import org.mailroom.access.tries.Tries;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.engine.accounts.Passwords;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Knows people by the engine's users and passwords. The name of a login is the user id, its authorities are the ids of the
 * groups, such as {@code inbox-support} and {@code supervisors}. Wrong tries lead to pauses ({@link Tries}).
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private static final int LONGEST_ID = 64;

    private final Passwords passwords;
    private final People people;
    private final Tries tries;

    EngineLogin(Passwords passwords, People people, Tries tries) {
        this.passwords = passwords;
        this.people = people;
        this.tries = tries;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String id = storable(login.getName());
        String password = String.valueOf(login.getCredentials());
        if (!passwords.isRemembered(id, password)) {
            check(id, password, addressOf(login));
        }
        return people.find(id).map(EngineLogin::loggedIn).orElseThrow(EngineLogin::wrong);
    }

    private void check(String id, String password, String address) {
        Duration pause = tries.begin(id, address);
        if (!pause.isZero()) {
            throw new LoginPaused(pause);
        }
        if (!passwords.isRight(id, password)) {
            throw wrong();
        }
        tries.succeed(id, address);
    }

    @Override
    public boolean supports(Class<?> login) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
    }

    /** PostgreSQL takes no NUL in a text, and no id is longer, so nobody has such an id; the try counts all the same. */
    private static String storable(String id) {
        String text = id.replace('\0', '?');
        return text.length() > LONGEST_ID ? text.substring(0, LONGEST_ID) + "…" : text;
    }

    private static String addressOf(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }

    private static AuthenticationException wrong() {
        return new BadCredentialsException("Unknown name or wrong password");
    }

    static Authentication loggedIn(Person person) {
        var groups = person.groups().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(person.id(), null, groups);
    }
}
