package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.PageTest;
import org.mailroom.testing.WrittenCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PageTest
class CasePageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    WrittenCases cases;

    @BeforeEach
    void inboxes() {
        cases = new WrittenCases(jdbc);
        cases.inbox("support", "Support");
        cases.inbox("finance", "Finance");
    }

    @Test
    void itShowsTheCase() throws Exception {
        CaseNumber number = cases.open("support", "Broken lamp");
        cases.received(number, 1, "The lamp is broken", "The lamp is broken", null);
        String page = mvc.perform(get("/cases/" + number).with(Logins.support()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Broken lamp", "The lamp is broken", "Carla Customer");
    }
}
