package org.mailroom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.mailbox.AccountCheck;
import org.mailroom.mailbox.MailboxAccount;
import org.mailroom.mailbox.MailboxAccounts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mailboxes that are picked up. What is changed here counts within seconds, on every node. */
@RestController
@RequestMapping("/api/mailboxes")
class MailboxController {

    private static final String UNKNOWN = "There is no such mailbox.";
    private static final String BAD = "A part of the body is missing or wrong";
    private static final String TAKEN = "Another mailbox has that name";

    private final MailboxAccounts accounts;
    private final AccountCheck check;
    private final Inboxes inboxes;
    private final LoginFields logins;

    MailboxController(MailboxAccounts accounts, AccountCheck check, Inboxes inboxes, LoginFields logins) {
        this.accounts = accounts;
        this.check = check;
        this.inboxes = inboxes;
        this.logins = logins;
    }

    @GetMapping
    @Operation(summary = "List the mailboxes, how they are set up and whether they are picked up")
    @ApiResponse(responseCode = "200", description = "All of them, by name")
    MailboxAnswer.All all() {
        return new MailboxAnswer.All(
                accounts.all().stream().map(MailboxAnswer::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Tell how a mailbox is set up and whether it is picked up")
    @ApiResponse(responseCode = "200", description = "The mailbox")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    MailboxAnswer one(@PathVariable long id) {
        return accounts.find(id).map(MailboxAnswer::of).orElseThrow();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a mailbox")
    @ApiResponse(responseCode = "201", description = "It is picked up from now on")
    @ApiResponse(responseCode = "400", description = BAD)
    @ApiResponse(responseCode = "409", description = TAKEN)
    MailboxAnswer add(@RequestBody MailboxBody body) {
        return one(accounts.add(account(body, null)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a mailbox; secrets that are left out stay if they go to the same place")
    @ApiResponse(responseCode = "200", description = "The mailbox as it is now")
    @ApiResponse(responseCode = "400", description = BAD)
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    @ApiResponse(responseCode = "409", description = TAKEN)
    MailboxAnswer change(@PathVariable long id, @RequestBody MailboxBody body) {
        MailboxAccount before = accounts.get(id);
        accounts.change(id, account(body, new LoginFields.Kept(before.server(), before.login())));
        return one(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a mailbox away; what came from it stays")
    @ApiResponse(responseCode = "204", description = "It is not picked up any more, and its secrets are forgotten")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    void remove(@PathVariable long id) {
        accounts.remove(id);
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Stop picking a mailbox up")
    @ApiResponse(responseCode = "200", description = "The mailbox as it is now")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    MailboxAnswer pause(@PathVariable long id) {
        accounts.pause(id);
        return one(id);
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Pick a paused mailbox up again")
    @ApiResponse(responseCode = "200", description = "The mailbox as it is now")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    MailboxAnswer resume(@PathVariable long id) {
        accounts.resume(id);
        return one(id);
    }

    @PostMapping("/{id}/test")
    @Operation(summary = "Try a mailbox out as it is set up")
    @ApiResponse(responseCode = "200", description = "Whether it can be picked up, and why not")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    MailboxAnswer.Check test(@PathVariable long id) {
        return MailboxAnswer.Check.of(check.of(accounts.get(id)));
    }

    @PostMapping("/test")
    @Operation(summary = "Try a mailbox out before it is added")
    @ApiResponse(responseCode = "200", description = "Whether it can be picked up, and why not")
    @ApiResponse(responseCode = "400", description = BAD)
    MailboxAnswer.Check test(@RequestBody MailboxBody body) {
        return MailboxAnswer.Check.of(check.of(account(body, null)));
    }

    private MailboxAccount account(MailboxBody body, LoginFields.@Nullable Kept kept) {
        return body.account(inbox(body.neededInbox()), logins, kept);
    }

    private InboxKey inbox(String written) {
        if (InboxKey.isKey(written) && inboxes.find(new InboxKey(written)).isPresent()) {
            return new InboxKey(written);
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "There is no such inbox.", "inbox");
    }

    @ExceptionHandler(NoSuchElementException.class)
    ErrorResponse unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, UNKNOWN);
    }

    @ExceptionHandler(DuplicateKeyException.class)
    ErrorResponse taken() {
        return Problem.of(HttpStatus.CONFLICT, TAKEN + ".", "name");
    }
}
