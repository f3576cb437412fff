package org.mailroom.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/**
 * Leaves the sessions of {@code MockMvc} to it: it has no cookies by which one in the database would be found again. Tests
 * of sessions speak HTTP.
 */
public class SessionsOfMockMvc implements MockMvcBuilderCustomizer {

    private static final String PASSED = SessionRepositoryFilter.class.getName() + ".FILTERED";

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.defaultRequest(get("/").requestAttr(PASSED, true));
    }
}
