package org.mailroom.access.webapps;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Sends people who were logged out in Cockpit to our login page, in the place of Cockpit's own. */
public class CockpitLogin extends AbstractCockpitPlugin {

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
    public static class Script extends AbstractCockpitPluginRootResource {

        public Script() {
            super(ID);
        }
    }
}
