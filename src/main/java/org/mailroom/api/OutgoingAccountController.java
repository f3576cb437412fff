package org.mailroom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.mailserver.Login;
import org.mailroom.outbox.OutgoingAccount;
import org.mailroom.outbox.OutgoingAccounts;
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

/** The accounts by which the mail of some inboxes leaves. What is changed here counts for the next mail, on every node. */
@RestController
@RequestMapping("/api/outgoing-accounts")
class OutgoingAccountController {

    private static final String UNKNOWN = "There is no such account.";
    private static final String BAD = "A part of the body is missing or wrong";
    private static final String TAKEN = "Another account has that name";

    private final OutgoingAccounts accounts;
    private final Inboxes inboxes;
    private final LoginFields logins;

    OutgoingAccountController(OutgoingAccounts accounts, Inboxes inboxes, LoginFields logins) {
        this.accounts = accounts;
        this.inboxes = inboxes;
        this.logins = logins;
    }

    @GetMapping
    @Operation(summary = "List the accounts by which mail leaves, and whether their servers take any")
    @ApiResponse(responseCode = "200", description = "All of them, by name; not the mail server of the settings")
    OutgoingAccountAnswer.All all() {
        return new OutgoingAccountAnswer.All(
                accounts.all().stream().map(OutgoingAccountAnswer::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Tell how an account is set up and whether its server takes mail")
    @ApiResponse(responseCode = "200", description = "The account")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    OutgoingAccountAnswer one(@PathVariable long id) {
        return accounts.find(id).map(OutgoingAccountAnswer::of).orElseThrow();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add an account")
    @ApiResponse(responseCode = "201", description = "The mail of its inboxes leaves by it from now on")
    @ApiResponse(responseCode = "400", description = BAD)
    @ApiResponse(responseCode = "409", description = TAKEN)
    OutgoingAccountAnswer add(@RequestBody OutgoingAccountBody body) {
        return one(accounts.add(account(body, null)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change an account; secrets that are left out stay if they go to the same place")
    @ApiResponse(responseCode = "200", description = "The account as it is now")
    @ApiResponse(responseCode = "400", description = BAD)
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    @ApiResponse(responseCode = "409", description = TAKEN)
    OutgoingAccountAnswer change(@PathVariable long id, @RequestBody OutgoingAccountBody body) {
        accounts.change(id, account(body, kept(accounts.get(id))));
        return one(id);
    }

    private static LoginFields.@Nullable Kept kept(OutgoingAccount before) {
        Login login = before.login();
        return login == null ? null : new LoginFields.Kept(before.server(), login);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an account away")
    @ApiResponse(responseCode = "204", description = "The mail of its inboxes leaves by the server of the settings")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    void remove(@PathVariable long id) {
        accounts.remove(id);
    }

    @PostMapping("/{id}/test")
    @Operation(summary = "Try an account out as it is set up")
    @ApiResponse(responseCode = "200", description = "Whether one can log in there, and why not")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    OutgoingAccountAnswer.Test test(@PathVariable long id) {
        return OutgoingAccountAnswer.Test.of(accounts.test(accounts.get(id)));
    }

    @PostMapping("/test")
    @Operation(summary = "Try an account out before it is added")
    @ApiResponse(responseCode = "200", description = "Whether one can log in there, and why not")
    @ApiResponse(responseCode = "400", description = BAD)
    OutgoingAccountAnswer.Test test(@RequestBody OutgoingAccountBody body) {
        return OutgoingAccountAnswer.Test.of(accounts.test(account(body, null)));
    }

    private OutgoingAccount account(OutgoingAccountBody body, LoginFields.@Nullable Kept kept) {
        List<String> keys = Objects.requireNonNullElse(body.inboxes(), List.of());
        return body.account(keys.stream().map(this::inbox).toList(), logins, kept);
    }

    private InboxKey inbox(String written) {
        if (InboxKey.isKey(written) && inboxes.find(new InboxKey(written)).isPresent()) {
            return new InboxKey(written);
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "There is no such inbox: " + written + ".", "inboxes");
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
