package org.mailroom.cases.process;

import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who makes the engine move right now: the person whose click it is, or Mailroom itself. */
@Component
public class Actor {

    private final IdentityService identities;

    Actor(IdentityService identities) {
        this.identities = identities;
    }

    /** User id; null is Mailroom itself. */
    public @Nullable String now() {
        var authentication = identities.getCurrentAuthentication();
        return authentication == null ? null : authentication.getUserId();
    }
}
