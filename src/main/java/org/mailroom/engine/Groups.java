package org.mailroom.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's groups: one for each role, one for the members of each inbox. */
@Component
class Groups {

    private final IdentityService identities;

    Groups(IdentityService identities) {
        this.identities = identities;
    }

    void addIfMissing(String id, String name) {
        if (find(id) == null) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(id.equals(People.ADMINS) ? "SYSTEM" : "WORKFLOW");
            identities.saveGroup(group);
        }
    }

    void addOrRename(String id, String name) {
        addIfMissing(id, name);
        Group group = find(id);
        if (group != null && !name.equals(group.getName())) {
            group.setName(name);
            identities.saveGroup(group);
        }
    }

    /** What the group is called; its id if it has no name, or is not there yet. */
    String name(String id) {
        Group group = find(id);
        return group == null || group.getName() == null || group.getName().isBlank() ? id : group.getName();
    }

    private @Nullable Group find(String id) {
        return identities.createGroupQuery().groupId(id).singleResult();
    }
}
