package org.mailroom.access.sessions;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are kept, so that a login holds on every node and outlives each (decision 15). */
@Configuration(proxyBeanMethods = false)
class SharedSessions {

    /**
     * Writes a session only where something of it changed, and that it was used not more than once a minute. The parameters
     * and their order are those of Spring Session.
     */
    private static final String SPARING_UPDATE =
            """
            update %TABLE_NAME% kept
            set session_id = now.id, last_access_time = now.used, max_inactive_interval = now.lasts,
                expiry_time = now.ends, principal_name = now.person
            from (values (?::char(36), ?::bigint, ?::integer, ?::bigint, ?::varchar, ?::char(36)))
                 as now (id, used, lasts, ends, person, row)
            where kept.primary_id = now.row
              and (kept.last_access_time <= now.used - 60000 or kept.session_id <> now.id
                   or kept.max_inactive_interval <> now.lasts or kept.principal_name is distinct from now.person)
            """;

    /** Of two requests of one browser that come at once the later one counts; after a logout none does. */
    private static final String TOLERANT_INSERT =
            """
            insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            select kept.primary_id, now.name, now.bytes
            from (values (?::char(36), ?::varchar, ?::bytea)) as now (row, name, bytes)
                 join %TABLE_NAME% kept on kept.primary_id = now.row
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sparingAndSealed(
            @Value("${mailroom.secret}") String secret) {
        GenericConversionService conversion = conversion(new SealedAttributes(secret));
        return sessions -> {
            sessions.setUpdateSessionQuery(SPARING_UPDATE);
            sessions.setCreateSessionAttributeQuery(TOLERANT_INSERT);
            sessions.setConversionService(conversion);
        };
    }

    private static GenericConversionService conversion(SealedAttributes attributes) {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, attributes::seal);
        conversion.addConverter(byte[].class, Object.class, attributes::open);
        return conversion;
    }
}
