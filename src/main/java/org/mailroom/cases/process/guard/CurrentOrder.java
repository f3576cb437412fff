package org.mailroom.cases.process.guard;

import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.Person;

/**
 * The order that the engine carries out in this thread. Commands that the engine, a listener or a delegate gives while it
 * carries out an order belong to that order and are not asked again. A command of Mailroom's own is only the cover of a verb:
 * the command inside it is the order.
 */
class CurrentOrder {

    private static final String OURS = "org.mailroom.";

    private final ThreadLocal<Level> level = ThreadLocal.withInitial(() -> Level.OUTSIDE);
    private final Directory directory;
    private final Rules rules;

    CurrentOrder(Directory directory, Rules rules) {
        this.directory = directory;
        this.rules = rules;
    }

    /** How deep the engine is in its work. */
    record Level(boolean inside, boolean ordered, @Nullable Order order) {

        static final Level OUTSIDE = new Level(false, false, null);
        static final Level COVERED = new Level(true, false, null);
        static final Level WORKING = new Level(false, true, null);
    }

    Level level() {
        return level.get();
    }

    void returnTo(Level before) {
        level.set(before);
    }

    /** Goes one command deeper; the order, if a person gives one by this command. */
    @Nullable
    Order enter(Command<?> command) {
        Level now = level.get();
        if (now.ordered()) {
            level.set(Level.WORKING);
            return null;
        }
        if (command.getClass().getName().startsWith(OURS)) {
            level.set(Level.COVERED);
            return null;
        }
        level.set(Level.WORKING);
        String person = person();
        Order order = person == null ? null : new Order(command, caller(person, !now.inside()), rules);
        level.set(new Level(now.inside(), true, order));
        return order;
    }

    private static @Nullable String person() {
        Authentication who = Context.getCommandContext().getAuthentication();
        return who == null ? null : who.getUserId();
    }

    private Caller caller(String id, boolean outside) {
        return new Caller(
                id, outside, () -> directory.find(id).map(Person::groups).orElse(Set.of()));
    }
}
