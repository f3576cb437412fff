package org.mailroom.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Asks the engine as Mailroom itself, while a request of a person is served: for example for the name of a colleague whom
 * the person may not look up.
 */
@Component
public class AsMailroom {

    private final IdentityService identities;

    AsMailroom(IdentityService identities) {
        this.identities = identities;
    }

    public <T> T ask(Supplier<T> question) {
        Authentication person = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return question.get();
        } finally {
            identities.setAuthentication(person);
        }
    }
}
