package org.mailroom.mailbox;

import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.Logins;
import org.mailroom.mailserver.SignInRefused;
import org.mailroom.mailserver.Trouble;
import org.mailroom.mailserver.Trouble.Kind;
import org.springframework.stereotype.Component;

/** Makes connections to mail servers; one that broke is not mended but made anew, with what the account says now. */
@Component
class Connections {

    private final AccountRows accounts;
    private final Logins logins;
    private final ImapConnections imap;
    private final Pop3Connections pop3;

    Connections(AccountRows accounts, Logins logins, ImapConnections imap, Pop3Connections pop3) {
        this.accounts = accounts;
        this.logins = logins;
        this.imap = imap;
        this.pop3 = pop3;
    }

    /**
     * Set up, not yet connected: the first question to the server connects.
     *
     * @throws SignInRefused where there is no access token to be had
     */
    AccountPickup to(Mailbox account) {
        Credentials credentials = logins.credentials(accounts.loginOf(account.id()));
        return switch (account.protocol()) {
            case IMAP -> imap.to(account, credentials);
            case POP3 -> pop3.to(account, credentials);
        };
    }

    /** Why a connection failed, for people. A token that the server did not take is not shown to it again. */
    Trouble trouble(Mailbox account, Exception failed) {
        if (failed instanceof PickupIncomplete incomplete) {
            return new Trouble(Kind.OTHER, String.valueOf(incomplete.getMessage()));
        }
        Trouble trouble = Trouble.of(failed, account.server(), account.username())
                .orElseGet(() -> new Trouble(Kind.OTHER, "Mailroom failed: " + Failure.of(failed)));
        if (trouble.kind() == Kind.LOGIN_REFUSED) {
            logins.forgetToken(accounts.loginOf(account.id()));
        }
        return trouble;
    }
}
