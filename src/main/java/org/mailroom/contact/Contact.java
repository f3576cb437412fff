package org.mailroom.contact;

import org.jspecify.annotations.Nullable;

/**
 * A person outside who writes to us.
 *
 * @param name as he signs his mail; null where we do not know it
 * @param agent the user id of the agent who looks after him; null where nobody does
 */
public record Contact(long id, @Nullable String name, @Nullable String agent) {}
