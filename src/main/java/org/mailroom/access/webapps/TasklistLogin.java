package org.mailroom.access.webapps;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Sends people who were logged out in Tasklist to our login page, in the place of Tasklist's own. */
public class TasklistLogin extends AbstractTasklistPlugin {

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
    public static class Script extends AbstractTasklistPluginRootResource {

        public Script() {
            super(ID);
        }
    }
}
