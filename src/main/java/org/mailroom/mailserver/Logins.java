package org.mailroom.mailserver;

import java.time.Instant;
import java.util.NoSuchElementException;
import org.mailroom.mailserver.Login.OAuth;
import org.mailroom.mailserver.Login.Password;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The logins of all accounts, their secrets encrypted; nodes share them, and the access tokens got by them. */
@Component
public class Logins {

    private final LoginRows rows;
    private final SignInService signIn;

    Logins(LoginRows rows, SignInService signIn) {
        this.rows = rows;
        this.signIn = signIn;
    }

    /** Its id, by which an account names it. */
    public long add(Login login) {
        return rows.add(login);
    }

    /** A token that was got by the login of before is forgotten. */
    @Transactional
    public void change(long id, Login login) {
        rows.write(id, login);
        rows.forgetToken(id);
    }

    public void remove(long id) {
        rows.remove(id);
    }

    /** @throws NoSuchElementException where it was removed */
    @Transactional
    public Login get(long id) {
        return rows.take(id).login();
    }

    /**
     * What the mail server is to be shown now; an access token is renewed some minutes before it ends. Of two nodes that
     * need one at once, one gets it and the other uses it too: a service may take a refresh token only once.
     *
     * @throws SignInRefused where the sign-in service gives no token
     * @throws NoSuchElementException where the login was removed
     */
    @Transactional(noRollbackFor = SignInRefused.class)
    public Credentials credentials(long id) {
        KnownLogin known = rows.take(id);
        return known.login() instanceof OAuth oauth
                ? new Credentials(oauth.username(), token(id, oauth, known), true)
                : shown((Password) known.login());
    }

    /**
     * The same for a login that is not kept, to try it out.
     *
     * @throws SignInRefused where the sign-in service gives no token
     */
    public Credentials credentials(Login login) {
        return login instanceof OAuth oauth
                ? new Credentials(oauth.username(), signIn.token(oauth).value(), true)
                : shown((Password) login);
    }

    /** The mail server did not take the token, whatever time it had left: the next one will be another. */
    public void forgetToken(long id) {
        rows.forgetToken(id);
    }

    private String token(long id, OAuth oauth, KnownLogin known) {
        AccessToken held = known.token();
        if (held != null && !held.isToBeRenewed(Instant.now())) {
            return held.value();
        }
        try {
            AccessToken renewed = signIn.token(oauth);
            rows.noteToken(id, renewed);
            return renewed.value();
        } catch (SignInRefused refused) {
            if (held != null && held.isValid(Instant.now())) {
                return held.value();
            }
            throw refused;
        }
    }

    private static Credentials shown(Password password) {
        return new Credentials(password.username(), password.password(), false);
    }
}
