package org.mailroom.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailbox.LogQuestion;
import org.mailroom.mailbox.ReceivedMail;
import org.mailroom.mailbox.ReceivedMail.State;
import org.mailroom.mailbox.ReceivedMailLog;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log of received mail. */
@RestController
@RequestMapping("/api/received-mails")
class ReceivedMailController {

    private static final int PAGE = 50;

    private final ReceivedMailLog log;

    ReceivedMailController(ReceivedMailLog log) {
        this.log = log;
    }

    /** @param after {@code next} of the page before */
    @GetMapping
    ReceivedMailAnswer.Page lines(
            @RequestParam Optional<String> state,
            @RequestParam(required = false) @Nullable String mailbox,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Long after) {
        State wanted = state.map(ReceivedMailController::state).orElse(null);
        List<ReceivedMail> lines = log.lines(new LogQuestion(wanted, mailbox, since, null, after), PAGE + 1);
        return ReceivedMailAnswer.page(lines, PAGE);
    }

    @GetMapping("/{id}")
    ReceivedMailAnswer line(@PathVariable long id) {
        return log.line(id).map(ReceivedMailAnswer::of).orElseThrow(ReceivedMailController::unknown);
    }

    @GetMapping("/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        byte[] raw = log.raw(id).orElseThrow(ReceivedMailController::unknown);
        String name = "received-mail-" + id + ".eml";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "message/rfc822")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(raw);
    }

    @PostMapping("/{id}/reprocess")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Long> reprocess(@PathVariable long id) {
        if (log.takeInAgain(id)) {
            return Map.of("received_mail", id);
        }
        ReceivedMail line = log.line(id).orElseThrow(ReceivedMailController::unknown);
        throw Problem.of(HttpStatus.CONFLICT, "The mail is " + line.state() + " and cannot be taken in again.");
    }

    private static State state(String word) {
        try {
            return State.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "There is no such state.", "state");
        }
    }

    private static RuntimeException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is no such received mail.");
    }
}
