package org.mailroom.cases.process.guard;

import java.util.Set;
import java.util.function.Supplier;
import org.mailroom.engine.People;
import org.springframework.util.function.SingletonSupplier;

/** The person who gives a command. Their groups are looked up only if a rule asks for them. */
final class Caller {

    private final String id;
    private final boolean outside;
    private final Supplier<Set<String>> groups;

    Caller(String id, boolean outside, Supplier<Set<String>> groups) {
        this.id = id;
        this.outside = outside;
        this.groups = SingletonSupplier.of(groups);
    }

    /** The user id. */
    String id() {
        return id;
    }

    /** Whether they use an interface of the engine or one of its web applications, and no verb of Mailroom. */
    boolean outside() {
        return outside;
    }

    Set<String> groups() {
        return groups.get();
    }

    boolean isAdmin() {
        return groups().contains(People.ADMINS);
    }

    /** Whether they may act on the cases of other people. */
    boolean supervises() {
        return isAdmin() || groups().contains(People.SUPERVISORS);
    }
}
