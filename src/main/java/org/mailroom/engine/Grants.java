package org.mailroom.engine;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/** What groups are granted. Exactly what is named here: a wider grant on the same thing is cut back at the next start. */
@Component
class Grants {

    static final String EVERY = Authorization.ANY;

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void give(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = find(group, resource, id).orElseGet(() -> create(group, resource, id));
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    private Optional<Authorization> find(String group, Resource resource, String id) {
        return Optional.ofNullable(authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult());
    }

    private Authorization create(String group, Resource resource, String id) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        return grant;
    }
}
