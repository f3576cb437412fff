package org.mailroom.desk.words;

import java.util.HashMap;
import java.util.Map;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** The names of people, each looked up once for a page: a long timeline names the same few over and over. */
@Component
@RequestScope
class Names {

    private final People people;
    private final Map<String, String> known = new HashMap<>();

    Names(People people) {
        this.people = people;
    }

    /** The id if the group has no name. */
    String ofGroup(String group) {
        return known.computeIfAbsent("group " + group, key -> people.groupName(group));
    }

    /** The id where the person is gone. */
    String of(String userId) {
        return known.computeIfAbsent(
                userId, id -> people.find(id).map(Person::name).orElse(id));
    }
}
