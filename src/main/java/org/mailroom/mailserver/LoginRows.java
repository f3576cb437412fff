package org.mailroom.mailserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Login.OAuth;
import org.mailroom.mailserver.Login.Password;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of logins. */
@Component
class LoginRows {

    private final JdbcClient jdbc;
    private final SecretCipher cipher;

    LoginRows(JdbcClient jdbc, SecretCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    long add(Login login) {
        return with(
                        login,
                        """
                        insert into mail_login (username, password, token_endpoint, client_id, client_secret, scope,
                                                refresh_token)
                        values (:username, :password, :endpoint, :client, :clientSecret, :scope, :refreshToken)
                        returning id
                        """)
                .query(Long.class)
                .single();
    }

    void write(long id, Login login) {
        with(
                        login,
                        """
                        update mail_login
                        set username = :username, password = :password, token_endpoint = :endpoint, client_id = :client,
                            client_secret = :clientSecret, scope = :scope, refresh_token = :refreshToken
                        where id = :id
                        """)
                .param("id", id)
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from mail_login where id = :id").param("id", id).update();
    }

    /**
     * Held to the end of the transaction. After a change of the secret, what is used is encrypted with the new one from
     * then on.
     */
    KnownLogin take(long id) {
        KnownLogin known = jdbc.sql("select * from mail_login where id = :id for update")
                .param("id", id)
                .query(this::known)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no login " + id));
        if (isOutdated(id)) {
            write(id, known.login());
            forgetToken(id);
        }
        return known;
    }

    void noteToken(long id, AccessToken token) {
        jdbc.sql(
                        """
                        update mail_login
                        set access_token = :token, access_until = :until,
                            refresh_token = coalesce(:refreshToken, refresh_token)
                        where id = :id
                        """)
                .param("id", id)
                .param("token", cipher.encrypt(token.value()))
                .param("until", Timestamp.from(token.until()))
                .param("refreshToken", encrypted(token.refreshToken()))
                .update();
    }

    void forgetToken(long id) {
        jdbc.sql("update mail_login set access_token = null, access_until = null where id = :id")
                .param("id", id)
                .update();
    }

    private boolean isOutdated(long id) {
        return jdbc.sql("select password, client_secret, refresh_token, access_token from mail_login where id = :id")
                .param("id", id)
                .query((row, number) -> Stream.of(1, 2, 3, 4)
                        .map(column -> bytes(row, column))
                        .anyMatch(secret -> secret.length > 0 && cipher.isOutdated(secret)))
                .single();
    }

    private static byte[] bytes(ResultSet row, int column) {
        try {
            byte[] bytes = row.getBytes(column);
            return bytes == null ? new byte[0] : bytes;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private StatementSpec with(Login login, String sql) {
        @Nullable Password password = login instanceof Password one ? one : null;
        @Nullable OAuth oauth = login instanceof OAuth one ? one : null;
        return jdbc.sql(sql)
                .param("username", login.username())
                .param("password", password == null ? null : encrypted(password.password()))
                .param("endpoint", oauth == null ? null : oauth.tokenEndpoint())
                .param("client", oauth == null ? null : oauth.clientId())
                .param("clientSecret", oauth == null ? null : encrypted(oauth.clientSecret()))
                .param("scope", oauth == null ? null : oauth.scope())
                .param("refreshToken", oauth == null ? null : encrypted(oauth.refreshToken()));
    }

    private KnownLogin known(ResultSet row, int number) throws SQLException {
        String endpoint = row.getString("token_endpoint");
        if (endpoint == null) {
            return new KnownLogin(
                    new Password(row.getString("username"), cipher.decrypt(row.getBytes("password"))), null);
        }
        OAuth oauth = new OAuth(
                row.getString("username"),
                endpoint,
                row.getString("client_id"),
                decrypted(row, "client_secret"),
                row.getString("scope"),
                decrypted(row, "refresh_token"));
        String token = decrypted(row, "access_token");
        return new KnownLogin(
                oauth,
                token == null
                        ? null
                        : new AccessToken(
                                token, row.getTimestamp("access_until").toInstant(), null));
    }

    private byte @Nullable [] encrypted(@Nullable String secret) {
        return secret == null ? null : cipher.encrypt(secret);
    }

    private @Nullable String decrypted(ResultSet row, String column) throws SQLException {
        byte[] secret = row.getBytes(column);
        return secret == null ? null : cipher.decrypt(secret);
    }
}
