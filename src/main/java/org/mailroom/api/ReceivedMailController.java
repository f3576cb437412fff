package org.mailroom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    private static final String UNKNOWN = "There is no such received mail.";

    private final ReceivedMailLog log;

    ReceivedMailController(ReceivedMailLog log) {
        this.log = log;
    }

    @GetMapping
    @Operation(summary = "List received mail, newest first")
    @ApiResponse(responseCode = "200", description = "A page of the log")
    @ApiResponse(responseCode = "400", description = "A parameter cannot be read")
    ReceivedMailAnswer.Page lines(
            @Parameter(schema = @Schema(implementation = State.class)) @RequestParam Optional<String> state,
            @Parameter(description = "Name of the account") @RequestParam(required = false) @Nullable String mailbox,
            @Parameter(description = "Not older") @RequestParam(required = false) @Nullable Instant since,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    Long after) {
        State wanted = state.map(ReceivedMailController::state).orElse(null);
        List<ReceivedMail> lines = log.lines(new LogQuestion(wanted, mailbox, since, null, after), PAGE + 1);
        return ReceivedMailAnswer.page(lines, PAGE);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Tell what became of a mail, and why")
    @ApiResponse(responseCode = "200", description = "Its line of the log")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    ReceivedMailAnswer line(@PathVariable long id) {
        return log.line(id).map(ReceivedMailAnswer::of).orElseThrow(ReceivedMailController::unknown);
    }

    @GetMapping("/{id}/raw")
    @Operation(summary = "Give a mail as it came")
    @ApiResponse(
            responseCode = "200",
            description = "The mail, byte for byte",
            content = @Content(mediaType = "message/rfc822", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = UNKNOWN)
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
    @Operation(summary = "Take a mail in again")
    @ApiResponse(responseCode = "202", description = "It will be taken in")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    @ApiResponse(responseCode = "409", description = "It has a case, or waits already")
    ReceivedMailId reprocess(@PathVariable long id) {
        if (log.takeInAgain(id)) {
            return new ReceivedMailId(id);
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
        return Problem.of(HttpStatus.NOT_FOUND, UNKNOWN);
    }
}
