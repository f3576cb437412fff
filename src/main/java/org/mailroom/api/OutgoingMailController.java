package org.mailroom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseSending;
import org.mailroom.cases.NoSuchCase;
import org.mailroom.inbox.InboxKey;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingLine;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.OutgoingMailLog;
import org.mailroom.outbox.OutgoingQuestion;
import org.mailroom.outbox.OutgoingQuestion.Show;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to leave, what left and what could not; "send again" is also the action on the incident in Cockpit. */
@RestController
@RequestMapping("/api/outgoing-mails")
class OutgoingMailController {

    private static final int PAGE = 50;
    private static final String UNKNOWN = "There is no such outgoing mail.";

    private final OutgoingMailLog log;
    private final CaseSending cases;
    private final Outbox outbox;
    private final MessageSource messages;

    OutgoingMailController(OutgoingMailLog log, CaseSending cases, Outbox outbox, MessageSource messages) {
        this.log = log;
        this.cases = cases;
        this.outbox = outbox;
        this.messages = messages;
    }

    @GetMapping
    @Operation(summary = "List outgoing mail, newest first")
    @ApiResponse(responseCode = "200", description = "A page of it")
    @ApiResponse(responseCode = "400", description = "A parameter cannot be read")
    OutgoingMailAnswer.Page lines(
            @Parameter(schema = @Schema(implementation = State.class)) @RequestParam Optional<String> state,
            @Parameter(description = "Key of the inbox that it leaves from") @RequestParam Optional<String> inbox,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    Long after) {
        Show show = state.map(OutgoingMailController::show).orElse(Show.ALL);
        InboxKey from = inbox.map(OutgoingMailController::key).orElse(null);
        return OutgoingMailAnswer.page(log.lines(new OutgoingQuestion(show, from, null, after), PAGE + 1), PAGE);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Tell how an outgoing mail stands")
    @ApiResponse(responseCode = "200", description = "Its state, and what the mail server said last")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    OutgoingMailAnswer line(@PathVariable long id) {
        return OutgoingMailAnswer.of(known(id));
    }

    @PostMapping("/{id}/send-again")
    @Operation(summary = "Send a mail again that waits or failed")
    @ApiResponse(responseCode = "200", description = "It is tried at once, as if it had never been tried")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    @ApiResponse(responseCode = "409", description = "It was sent")
    OutgoingMailAnswer.SentAgain sendAgain(
            @PathVariable long id,
            @Parameter(hidden = true) Agent person,
            @Parameter(hidden = true) Authentication login,
            Locale locale) {
        Agent agent = login instanceof UsernamePasswordAuthenticationToken
                ? person
                : new Agent(login.getName(), Set.of(), true);
        OutgoingLine line = log.line(id).orElseThrow(() -> new NoSuchCase(id));
        if (line.caseNumber() == null && agent.supervisor()) {
            refuseSent(line);
            outbox.sendAgain(id);
        } else {
            cases.sendAgain(id, agent);
            refuseSent(line);
        }
        return new OutgoingMailAnswer.SentAgain(id, messages.getMessage("done.send-again", null, locale));
    }

    /** After it was asked whether the agent may know of it at all. */
    private static void refuseSent(OutgoingLine line) {
        if (line.state() == State.SENT) {
            throw Problem.of(HttpStatus.CONFLICT, "The mail was sent.");
        }
    }

    @ExceptionHandler
    ErrorResponse missing(NoSuchCase missing, Locale locale) {
        return Problem.of(HttpStatus.NOT_FOUND, messages.getMessage("not-found.text", null, locale));
    }

    private OutgoingLine known(long id) {
        return log.line(id).orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, UNKNOWN));
    }

    private static Show show(String word) {
        return List.of(State.values()).stream()
                .filter(state -> state.name().equals(word.toUpperCase(Locale.ROOT)))
                .map(state -> Show.valueOf(state.name()))
                .findFirst()
                .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "There is no such state.", "state"));
    }

    private static InboxKey key(String word) {
        if (!InboxKey.isKey(word)) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "No inbox has such a key.", "inbox");
        }
        return new InboxKey(word);
    }
}
