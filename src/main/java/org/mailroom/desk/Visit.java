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

    /** The address of the case's page, seen the same way. */
    String page() {
        return UriComponentsBuilder.fromPath("/cases/{number}")
                .query(framed ? "frame=true" : null)
                .buildAndExpand(number.value())
                .encode()
                .toUriString();
    }
}
