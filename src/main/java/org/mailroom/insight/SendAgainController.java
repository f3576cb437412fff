package org.mailroom.insight;

import java.util.Locale;
import java.util.Map;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseSending;
import org.mailroom.cases.NoSuchCase;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends a mail again that could not be sent: the action on its incident in Cockpit. */
@RestController
class SendAgainController {

    private final CaseSending sending;
    private final People people;
    private final MessageSource messages;

    SendAgainController(CaseSending sending, People people, MessageSource messages) {
        this.sending = sending;
        this.people = people;
        this.messages = messages;
    }

    /** What a script of ours inside Camunda's pages must send along with a change, and in which header field. */
    @GetMapping("/csrf")
    Map<String, String> csrf(CsrfToken token) {
        return Map.of("header", token.getHeaderName(), "token", token.getToken());
    }

    @PostMapping("/api/outgoing-mails/{id}/send-again")
    Map<String, String> sendAgain(@PathVariable long id, Agent agent, Locale locale) {
        sending.sendAgain(id, agent);
        return Map.of("message", messages.getMessage("done.send-again", null, locale));
    }

    @ExceptionHandler
    ProblemDetail refused(CaseRefusal refused, Locale locale) {
        String about = people.find(refused.detail()).map(Person::name).orElse(refused.detail());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, messages.getMessage("refusal." + refused.reason(), new Object[] {about}, locale));
    }

    @ExceptionHandler
    ProblemDetail missing(NoSuchCase missing, Locale locale) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, messages.getMessage("not-found.text", null, locale));
    }
}
