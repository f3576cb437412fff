package org.mailroom.engine.door;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.mailroom.engine.People;

/** What somebody is to the door, by their groups. Everybody is {@code EVERYBODY}. */
enum Role {
    EVERYBODY,
    /** A member of an inbox, or of another group that may have tasks. */
    AGENT,
    SUPERVISOR,
    ANALYST,
    ADMIN;

    static Set<Role> of(Collection<String> groups) {
        Set<Role> roles = EnumSet.of(EVERYBODY);
        groups.forEach(group -> roles.add(of(group)));
        return roles;
    }

    private static Role of(String group) {
        return switch (group) {
            case People.SUPERVISORS -> SUPERVISOR;
            case People.ANALYSTS -> ANALYST;
            case People.ADMINS -> ADMIN;
            default -> AGENT;
        };
    }
}
