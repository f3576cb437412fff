package org.mailroom.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailroom.message.EmailAddress;

/**
 * Somebody who works with Mailroom.
 *
 * @param id what he logs in with
 * @param name first and last name
 * @param email where notices go; null for a person who was added without an address
 * @param groups the inboxes whose member he is ({@code inbox-KEY}) and the roles that he has
 */
public record Person(String id, String name, @Nullable EmailAddress email, Set<String> groups) {

    public Person {
        groups = Set.copyOf(groups);
    }
}
