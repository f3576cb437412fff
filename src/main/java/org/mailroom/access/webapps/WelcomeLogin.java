package org.mailroom.access.webapps;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.welcome.plugin.spi.impl.AbstractWelcomePlugin;
import org.camunda.bpm.welcome.resource.AbstractWelcomePluginRootResource;

/** Sends people who were logged out in Welcome to our login page, in the place of Welcome's own. */
public class WelcomeLogin extends AbstractWelcomePlugin {

    private static final String ID = "one-login";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Script.class);
    }

    /** Serves the script that does it. */
    @Path("plugin/" + ID)
    public static class Script extends AbstractWelcomePluginRootResource {

        public Script() {
            super(ID);
        }
    }
}
