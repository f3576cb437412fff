package org.mailroom.access.webapps;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.admin.plugin.spi.impl.AbstractAdminPlugin;
import org.camunda.bpm.admin.resource.AbstractAdminPluginRootResource;

/** Sends people who were logged out in Admin to our login page, in the place of Admin's own. */
public class AdminLogin extends AbstractAdminPlugin {

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
    public static class Script extends AbstractAdminPluginRootResource {

        public Script() {
            super(ID);
        }
    }
}
