package org.mailroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class PeopleTests {

    @Autowired
    private People people;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPersonIsFoundAsHeWasAdded() {
        var anna = person("people-anna", "Anna van Dyke", "inbox-people-a", People.SUPERVISORS);

        people.addIfMissing(anna, "secret");

        assertThat(people.find("people-anna")).contains(anna);
    }

    @Test
    void aPersonWithOneNameAndNoAddressIsFoundToo() {
        var cher = new Person("people-cher", "Cher", null, Set.of());

        people.addIfMissing(cher, "secret");

        assertThat(people.find("people-cher")).contains(cher);
    }

    @Test
    void somebodyWhoIsThereAlreadyStaysAsHeIs() {
        var first = person("people-twice", "First Name", "inbox-people-b");
        people.addIfMissing(first, "first");

        people.addIfMissing(person("people-twice", "Second Name", People.ADMINS), "second");

        assertThat(people.find("people-twice")).contains(first);
        assertThat(identities.checkPassword("people-twice", "first")).isTrue();
    }

    @Test
    void thePeopleOfAGroupComeInTheOrderOfTheirIds() {
        people.addIfMissing(person("people-zoe", "Zoe Last", "inbox-people-order"), "secret");
        people.addIfMissing(person("people-abe", "Abe First", "inbox-people-order"), "secret");

        assertThat(people.inGroup("inbox-people-order"))
                .extracting(Person::id)
                .containsExactly("people-abe", "people-zoe");
    }

    @Test
    void namesAreThoseOfEverybodyInTheirOrder() {
        people.addIfMissing(person("people-n1", "Zora Named"), "secret");
        people.addIfMissing(person("people-n2", "Alan Named"), "secret");
        people.addIfMissing(new Person("people-n3", "", null, Set.of()), "secret");

        assertThat(people.names())
                .containsEntry("people-n1", "Zora Named")
                .containsEntry("people-n2", "Alan Named")
                .containsEntry("people-n3", "people-n3");
        assertThat(List.copyOf(people.names().values())).isSorted();
    }

    @Test
    void whoJoinsTwiceIsAMemberOnceAndWhoLeavesTwiceIsNone() {
        people.addIfMissing(person("people-joins", "Joins"), "secret");
        people.addIfMissing(person("people-there", "There", "inbox-people-joined"), "secret");

        people.join("people-joins", "inbox-people-joined");
        people.join("people-joins", "inbox-people-joined");
        assertThat(people.inGroup("inbox-people-joined"))
                .extracting(Person::id)
                .containsExactly("people-joins", "people-there");

        people.leave("people-joins", "inbox-people-joined");
        people.leave("people-joins", "inbox-people-joined");
        assertThat(people.find("people-joins").orElseThrow().groups()).isEmpty();
    }

    @Test
    void anAdminIsADirectMemberOfTheAdminsSoThatNoFirstRunPageOpens() {
        people.addIfMissing(person("people-admin", "Ad Min", People.ADMINS), "secret");

        assertThat(identities
                        .createUserQuery()
                        .memberOfGroup("camunda-admin")
                        .userId("people-admin")
                        .count())
                .isOne();
    }

    @Test
    void aPasswordIsKeptHashedAndSalted() {
        people.addIfMissing(person("people-hash1", "Hash One"), "same password");
        people.addIfMissing(person("people-hash2", "Hash Two"), "same password");

        var kept = jdbc.sql("select pwd_ from act_id_user where id_ in ('people-hash1', 'people-hash2')")
                .query(String.class)
                .list();

        assertThat(kept).hasSize(2).doesNotHaveDuplicates().allMatch(hash -> hash.startsWith("{bcrypt-sha384}"));
        assertThat(kept).noneMatch(hash -> hash.contains("same password"));
    }

    private static Person person(String id, String name, String... groups) {
        return new Person(id, name, new EmailAddress(id + "@staff.localhost", name), Set.of(groups));
    }
}
