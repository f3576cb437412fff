package org.mailroom.engine;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people who work with Mailroom: the engine's users, groups and memberships. */
@Component
public class People {

    /** Admins of Mailroom and of the engine. */
    public static final String ADMINS = "camunda-admin";

    /** Those who watch and reassign, in every inbox. */
    public static final String SUPERVISORS = "supervisors";

    /** Those who may deploy models, which is the right to run code. */
    public static final String ANALYSTS = "analysts";

    public Optional<Person> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** In the order of their ids. */
    public List<Person> inGroup(String group) {
        throw new UnsupportedOperationException();
    }

    /** Adds the person, his groups and his memberships unless somebody has his id already. */
    public void addIfMissing(Person person, String password) {
        throw new UnsupportedOperationException();
    }
}
