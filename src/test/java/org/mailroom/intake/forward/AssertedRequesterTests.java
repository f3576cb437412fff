package org.mailroom.intake.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.message.EmailAddress;

class AssertedRequesterTests {

    private static final Predicate<EmailAddress> EVERYBODY = address -> true;
    private static final Predicate<EmailAddress> NOBODY = address -> false;

    @Test
    void whoWeTrustIsBelieved() {
        Optional<AssertedRequester> asserted = of("jane@customer.example", EVERYBODY, NOBODY);

        assertThat(asserted)
                .contains(new AssertedRequester(
                        new EmailAddress("jane@customer.example", "Jane"),
                        new EmailAddress("joan@mailroom.localhost", "Joan"),
                        "Please answer."));
    }

    @Test
    void aStrangerIsNotBelieved() {
        assertThat(of("jane@customer.example", NOBODY, NOBODY)).isEmpty();
    }

    @Test
    void whatWeWroteOurselvesNamesNoRequester() {
        assertThat(of("support@mailroom.localhost", EVERYBODY, address -> address.key()
                        .startsWith("support@")))
                .isEmpty();
        assertThat(of("joan@mailroom.localhost", EVERYBODY, NOBODY)).isEmpty();
    }

    @Test
    void aRedirectLeavesTheAuthorInHisPlace() {
        ReadMail mail = Mails.of("From: jane@customer.example", "Resent-From: joan@mailroom.localhost", "", "Hi");

        assertThat(AssertedRequester.of(mail, Mails.forward(mail).orElseThrow(), EVERYBODY, NOBODY))
                .isEmpty();
    }

    private static Optional<AssertedRequester> of(
            String author, Predicate<EmailAddress> trusted, Predicate<EmailAddress> ours) {
        ReadMail mail = Mails.plain(
                "Fwd: Printer",
                "Please answer.\n\n-------- Forwarded Message --------\nFrom: Jane <" + author
                        + ">\nDate: x\nTo: y\n\nHi");
        return AssertedRequester.of(mail, Mails.forward(mail).orElseThrow(), trusted, ours);
    }
}
