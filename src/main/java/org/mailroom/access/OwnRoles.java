package org.mailroom.access;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailroom.engine.People;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells our scripts inside Camunda's web applications which roles a person has, so that they hide the controls that the person
 * may not use. It only spares people a refusal: every rule holds without it.
 */
@RestController
class OwnRoles {

    /** What an admin may do includes what a supervisor and an analyst may do. */
    @GetMapping("/roles")
    List<String> roles(Authentication login) {
        Set<String> groups = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(toSet());
        boolean admin = groups.contains(People.ADMINS);
        List<String> roles = new ArrayList<>();
        if (groups.stream().anyMatch(People::isInbox)) {
            roles.add("agent");
        }
        if (admin || groups.contains(People.SUPERVISORS)) {
            roles.add("supervisor");
        }
        if (admin || groups.contains(People.ANALYSTS)) {
            roles.add("analyst");
        }
        if (admin) {
            roles.add("admin");
        }
        return roles;
    }
}
