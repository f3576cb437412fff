package org.mailroom.engine;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.accounts.NewAccounts;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who work with Mailroom: the engine's users, groups and memberships. */
@Component
public class People {

    /** Admins of Mailroom and of the engine. */
    public static final String ADMINS = "camunda-admin";

    /** Those who watch and reassign, in every inbox. */
    public static final String SUPERVISORS = "supervisors";

    /** Those who may deploy models, which is the right to run code. */
    public static final String ANALYSTS = "analysts";

    private static final Set<String> ROLES = Set.of(ADMINS, SUPERVISORS, ANALYSTS);

    private final IdentityService identities;
    private final Groups groups;
    private final NewAccounts accounts;

    People(IdentityService identities, Groups groups, NewAccounts accounts) {
        this.identities = identities;
        this.groups = groups;
        this.accounts = accounts;
    }

    /** Whether the members of this group work an inbox. */
    public static boolean isInbox(String group) {
        return InboxKey.isGroup(group);
    }

    /** Whether the members of this group have a role, and do not only work what waits for them. */
    public static boolean isRole(String group) {
        return ROLES.contains(group);
    }

    /** What a group is called; its id if it has no name. */
    public String groupName(String group) {
        return groups.name(group);
    }

    public Optional<Person> find(String id) {
        return Optional.ofNullable(identities.createUserQuery().userId(id).singleResult())
                .map(this::person);
    }

    /** Somebody with this address, in upper or lower case; of several, any. */
    public Optional<Person> withEmail(EmailAddress address) {
        return Stream.of(address.address(), address.key())
                .distinct()
                .flatMap(written -> identities.createUserQuery().userEmail(written).listPage(0, 1).stream())
                .findFirst()
                .map(this::person);
    }

    /** In the order of their ids. */
    public List<Person> inGroup(String group) {
        return identities.createUserQuery().memberOfGroup(group).orderByUserId().asc().unlimitedList().stream()
                .map(this::person)
                .toList();
    }

    /** Everybody's name by id, in the order of the names. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        identities.createUserQuery().unlimitedList().stream()
                .sorted(Comparator.comparing(People::name))
                .forEach(user -> names.put(user.getId(), name(user)));
        return names;
    }

    /** Makes a person a member of a group; who is one already stays one. */
    @Transactional
    public void join(String id, String group) {
        if (!groupsOf(id).contains(group)) {
            identities.createMembership(id, group);
        }
    }

    /** Takes a person out of a group; who is no member stays none. */
    public void leave(String id, String group) {
        identities.deleteMembership(id, group);
    }

    /**
     * Adds the person, their groups and their memberships unless somebody has their id already. The engine hashes the password.
     *
     * @throws IllegalArgumentException with a sentence for people if the password is not good enough
     */
    @Transactional
    public void addIfMissing(Person person, String password) {
        if (find(person.id()).isPresent()) {
            return;
        }
        accounts.add(user(person, password));
        // Direct members only: the engine's own first-run page takes an admin by any other right for none at all.
        for (String group : person.groups()) {
            groups.addIfMissing(group, group);
            identities.createMembership(person.id(), group);
        }
    }

    private Person person(User user) {
        return new Person(user.getId(), name(user), email(user), groupsOf(user.getId()));
    }

    private static String name(User user) {
        return fullName(user).isEmpty() ? user.getId() : fullName(user);
    }

    private static String fullName(User user) {
        return (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
    }

    private static @Nullable EmailAddress email(User user) {
        return text(user.getEmail()).isBlank() ? null : new EmailAddress(user.getEmail(), fullName(user));
    }

    private Set<String> groupsOf(String id) {
        return identities.createGroupQuery().groupMember(id).unlimitedList().stream()
                .map(Group::getId)
                .collect(toSet());
    }

    private User user(Person person, String password) {
        int lastNameAt = person.name().lastIndexOf(' ') + 1;
        User user = identities.newUser(person.id());
        user.setFirstName(person.name().substring(0, lastNameAt).strip());
        user.setLastName(person.name().substring(lastNameAt));
        user.setPassword(password);
        if (person.email() != null) {
            user.setEmail(person.email().address());
        }
        return user;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
