package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.MailboxAccount.Security;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class MailboxAccountsTests {

    private static final String OLD = "the secret of last year";
    private static final String NEW = "the secret of this year";

    @Autowired
    JdbcClient jdbc;

    @Test
    void onceAnAccountWasUsedAfterAChangeOfTheSecretTheFormerOneMayBeForgotten() {
        TwoInboxes.addIfMissing(jdbc);
        withSecrets(OLD, "")
                .addIfMissing(new MailboxAccount(
                        "secrets", TwoInboxes.SUPPORT, "127.0.0.1", 143, Security.NONE, "sam", "pässword", "INBOX"));
        long id = jdbc.sql("select id from mailbox_account where name = 'secrets'")
                .query(Long.class)
                .single();

        assertThat(withSecrets(NEW, OLD).get(id).password()).isEqualTo("pässword");
        assertThat(withSecrets(NEW, "").get(id).password()).isEqualTo("pässword");
        TwoInboxes.forgetAccounts(jdbc, "secrets");
    }

    private MailboxAccounts withSecrets(String secret, String former) {
        return new MailboxAccounts(jdbc, new PasswordCipher(secret, former));
    }
}
