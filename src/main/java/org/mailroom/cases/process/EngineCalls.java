package org.mailroom.cases.process;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.springframework.stereotype.Component;

/**
 * Calls the engine in the name of a person. {@code Casework} decided before whether they may. The engine writes down who it
 * was and does not check its own permissions, but it asks the guard ({@code cases.process.guard}).
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

    /**
     * @param agent user id; null is Mailroom itself
     * @throws CaseRefusal where a job or somebody in Tasklist changes the case at this moment: a person is asked to try again,
     *     whereas Mailroom itself tries again anyway
     */
    <T> T ask(@Nullable String agent, Supplier<T> call) {
        Authentication before = identities.getCurrentAuthentication();
        identities.setAuthentication(agent == null ? null : new Authentication(agent, null));
        try {
            Callable<T> unchecked = call::get;
            return configuration
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(unchecked));
        } catch (OptimisticLockingException changing) {
            throw agent == null ? changing : new CaseRefusal(Reason.BUSY, "");
        } catch (SuspendedEntityInteractionException suspended) {
            throw agent == null ? suspended : new CaseRefusal(Reason.SUSPENDED, "");
        } finally {
            identities.setAuthentication(before);
        }
    }

    /** As {@link CaseProcess#together}. A command inside another one shares its cache, which the outer one writes down. */
    <T> T together(Supplier<T> calls) {
        return configuration.getCommandExecutorTxRequired().execute(context -> calls.get());
    }
}
