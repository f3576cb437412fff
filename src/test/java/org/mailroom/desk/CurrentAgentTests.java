package org.mailroom.desk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@MailroomTest
class CurrentAgentTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    CasePlay play;

    @Autowired
    People people;

    @Autowired
    IdentityService identities;

    @Test
    void whoJoinsOrLeavesAnInboxNeedNotLogInAgain() throws Exception {
        CaseNumber number = play.opened("Seen by members");
        people.addIfMissing(
                new Person("newcomer", "Nick Newcomer", EmailAddress.of("nick@staff.localhost"), Set.of()), "newcomer");

        mvc.perform(get("/cases/{number}", number).with(user("newcomer"))).andExpect(status().isNotFound());
        identities.createMembership("newcomer", "inbox-support");
        mvc.perform(get("/cases/{number}", number).with(user("newcomer"))).andExpect(status().isOk());
        identities.deleteMembership("newcomer", "inbox-support");
        mvc.perform(get("/cases/{number}", number).with(user("newcomer"))).andExpect(status().isNotFound());
    }
}
