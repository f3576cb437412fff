package org.mailroom.desk;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.desk.words.Words;
import org.mailroom.engine.AsMailroom;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Answers a refused command at the engine's interfaces with the sentence that the page of the case shows: 409 if it may be
 * done in another state or with another value, 403 if it may never be done. The body is that of the engine's own errors, so
 * Tasklist and Cockpit show the sentence.
 */
public class EngineRefusals implements ExceptionMapper<CaseRefusal> {

    private static final Set<Reason> NEVER = EnumSet.of(
            Reason.FORWARD_INSTEAD,
            Reason.CANCEL_INSTEAD,
            Reason.NOTE_INSTEAD,
            Reason.NOT_BY_HAND,
            Reason.NO_ERRORS,
            Reason.NO_VARIABLES,
            Reason.NO_TASKS,
            Reason.NO_CASES,
            Reason.SUPERVISORS_ONLY,
            Reason.ADMINS_ONLY);

    private final ServletContext house;

    /** Jersey makes it, once for each interface. */
    public EngineRefusals(@Context ServletContext house) {
        this.house = house;
    }

    @Override
    public Response toResponse(CaseRefusal refused) {
        return Response.status(NEVER.contains(refused.reason()) ? Status.FORBIDDEN : Status.CONFLICT)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "CaseRefusal", "message", sentence(refused)))
                .build();
    }

    private String sentence(CaseRefusal refused) {
        ApplicationContext beans = WebApplicationContextUtils.getRequiredWebApplicationContext(house);
        Words words = beans.getBean(Words.class);
        return beans.getBean(AsMailroom.class).ask(() -> words.refusal(refused));
    }

    /** Adds the answers to {@code /engine-rest} and to {@code /camunda/api}, which are applications of their own. */
    public static class InEveryInterface implements AutoDiscoverable {

        @Override
        public void configure(FeatureContext application) {
            application.register(EngineRefusals.class);
        }
    }
}
