package org.mailroom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.mailbox.Kept;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mail handed in by a program: kept as if it were picked up, or only read. */
@RestController
class RelayController {

    private final FrontDoor door;
    private final Inboxes inboxes;
    private final MailBodies bodies;

    RelayController(FrontDoor door, Inboxes inboxes, MailBodies bodies) {
        this.door = door;
        this.inboxes = inboxes;
        this.bodies = bodies;
    }

    @PostMapping("/api/mail")
    @Operation(summary = "Keep a mail as if it were picked up")
    @TakesMail
    @ApiResponse(responseCode = "202", description = "It is kept")
    @ApiResponse(responseCode = "200", description = "It was known already")
    @ApiResponse(responseCode = "404", description = "There is no such inbox")
    ResponseEntity<ReceivedMailId> keep(
            @Parameter(description = "Key of the inbox that it is for") @RequestParam String inbox,
            HttpServletRequest request)
            throws IOException {
        InboxKey key = known(inbox);
        Kept kept = bodies.with(request, raw -> door.keep(key, raw));
        return ResponseEntity.status(kept.known() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(new ReceivedMailId(kept.id()));
    }

    /** What Mailroom understands of the mail; nothing is kept. */
    @PostMapping("/api/mail/read")
    @Operation(summary = "Tell what Mailroom understands of a mail, and keep nothing")
    @TakesMail
    @ApiResponse(responseCode = "200", description = "What could be read of it")
    ReadingAnswer read(HttpServletRequest request) throws IOException {
        return bodies.with(request, raw -> ReadingAnswer.of(door.read(raw)));
    }

    private InboxKey known(String inbox) {
        return inboxes.all().stream()
                .map(known -> known.key())
                .filter(key -> key.value().equals(inbox))
                .findFirst()
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "There is no such inbox.", "inbox"));
    }
}
