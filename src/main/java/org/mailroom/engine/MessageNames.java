package org.mailroom.engine;

import java.util.Set;

/**
 * The names of messages that code sends to processes. A model that waits for any other message would wait for ever, so it
 * is refused.
 */
public record MessageNames(Set<String> names) {

    public MessageNames {
        names = Set.copyOf(names);
    }
}
