package org.mailroom.desk;

import org.mailroom.cases.Agent;
import org.mailroom.inbox.CaseNumber;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who looks at which case.
 *
 * @param framed whether the page stands inside another one, such as Tasklist, and so goes without a head of its own
 */
record Visit(CaseNumber number, Agent agent, boolean framed) {

    /** The parameter that names the verb that led to a page. */
    static final String DONE = "done";

    /** The address of the case's page, seen the same way. */
    String page() {
        return address().buildAndExpand(number.value()).encode().toUriString();
    }

    /**
     * The address that says what was done. It is the address that carries it and not the session, which another page of the same
     * person may read first.
     */
    String pageAfter(String verb) {
        return address()
                .queryParam(DONE, verb)
                .buildAndExpand(number.value())
                .encode()
                .toUriString();
    }

    private UriComponentsBuilder address() {
        return UriComponentsBuilder.fromPath("/cases/{number}").query(framed ? "frame=true" : null);
    }
}
