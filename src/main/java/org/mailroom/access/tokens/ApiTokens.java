package org.mailroom.access.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens of programs. One that was revoked or has ended is good for nothing from that moment on. */
@Component
public class ApiTokens {

    private static final String PREFIX = "mailroom_";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes a token and gives what its bearer shows. It is told only now: it is not kept.
     *
     * @param endsAt null where it lasts until it is revoked
     * @throws DuplicateKeyException if there is one of this name
     */
    public String make(String name, Set<Scope> scopes, String madeBy, @Nullable Instant endsAt) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql(
                        """
                        insert into api_token (name, sha256, scopes, made_by, ends_at)
                        values (:name, :sha256, :scopes, :madeBy, :endsAt)
                        """)
                .param("name", name)
                .param("sha256", sha256(secret))
                .param("scopes", scopes.stream().map(Scope::word).sorted().toArray(String[]::new))
                .param("madeBy", madeBy)
                .param("endsAt", endsAt == null ? null : endsAt.atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** By name. */
    public List<ApiToken> all() {
        return jdbc.sql("select * from api_token order by lower(name)")
                .query(ApiTokens::token)
                .list();
    }

    /** Whether there was one to revoke. */
    public boolean revoke(long id) {
        return jdbc.sql("delete from api_token where id = :id").param("id", id).update() == 1;
    }

    /** The token that its bearer shows; its use is noted, once a minute at the most. */
    Optional<ApiToken> shown(String secret) {
        Optional<ApiToken> found = jdbc.sql(
                        "select * from api_token where sha256 = :sha256 and (ends_at is null or ends_at > now())")
                .param("sha256", sha256(secret))
                .query(ApiTokens::token)
                .optional();
        found.ifPresent(token -> jdbc.sql(
                        """
                        update api_token set last_used = now()
                        where id = :id and (last_used is null or last_used < now() - interval '1 minute')
                        """)
                .param("id", token.id())
                .update());
        return found;
    }

    /** A random secret of 256 bits needs no slow hash: nobody tries them all. */
    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                scopes(row.getArray("scopes")),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "ends_at"),
                instant(row, "last_used"));
    }

    private static Set<Scope> scopes(Array words) throws SQLException {
        return Arrays.stream((String[]) words.getArray())
                .map(word -> Scope.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
