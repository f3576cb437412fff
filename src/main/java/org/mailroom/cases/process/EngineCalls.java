package org.mailroom.cases.process;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls to the engine in the name of a person. Whether he may was decided before ({@code Casework}); the engine writes
 * down who it was and does not ask for permissions of its own again.
 */
@Component
class EngineCalls {

    private final ProcessEngineConfigurationImpl configuration;
    private final IdentityService identities;

    EngineCalls(ProcessEngineConfigurationImpl configuration, IdentityService identities) {
        this.configuration = configuration;
        this.identities = identities;
    }

    /** @param agent user id; null is Mailroom itself */
    void as(@Nullable String agent, Runnable call) {
        ask(agent, () -> {
            call.run();
            return true;
        });
    }

    /** @param agent user id; null is Mailroom itself */
    <T> T ask(@Nullable String agent, Supplier<T> call) {
        Authentication before = identities.getCurrentAuthentication();
        identities.setAuthentication(agent == null ? null : new Authentication(agent, null));
        try {
            Callable<T> unchecked = call::get;
            return configuration
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(unchecked));
        } finally {
            identities.setAuthentication(before);
        }
    }
}
