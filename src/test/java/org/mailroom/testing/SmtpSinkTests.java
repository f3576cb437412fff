package org.mailroom.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.SmtpSink.Taken;

class SmtpSinkTests {

    private static final Duration MUCH_LONGER_THAN_AN_ANSWER_TAKES = Duration.ofMillis(500);

    private final SmtpSink sink = SmtpSink.start();

    @AfterEach
    void close() throws IOException {
        sink.close();
    }

    @Test
    void knowsOfEachMailWhoGetsItAndWhatItAnswers() throws MessagingException {
        MimeMessage mail = mail();
        mail.setHeader("In-Reply-To", "\r\n <first@customer.example>");
        send(mail, "a@customer.example", "b@customer.example");

        assertThat(sink.taken()).hasSize(1);
        Taken taken = sink.taken().get(0);
        assertThat(taken.recipients()).containsExactly("a@customer.example", "b@customer.example");
        assertThat(taken.inReplyTo()).isEqualTo("first@customer.example");
        assertThat("<" + taken.messageId() + ">").isEqualTo(mail.getMessageID());
    }

    @Test
    void takesNothingInTheTextForItsHeader() throws MessagingException {
        MimeMessage mail = mail();
        mail.setText("In-Reply-To: <quoted@customer.example>");
        send(mail, "a@customer.example");
        assertThat(sink.taken().get(0).inReplyTo()).isEmpty();
    }

    @Test
    void refusesEverySecondMailWhereItIsToldTo() throws MessagingException {
        sink.refuseEvery(2);
        send(mail(), "a@customer.example");
        assertThatThrownBy(() -> send(mail(), "a@customer.example")).hasMessageContaining("451");
        send(mail(), "a@customer.example");

        assertThat(sink.count()).isEqualTo(2);
        assertThat(sink.refused()).isEqualTo(1);
    }

    @Test
    void takesAMailWithoutSayingSoWhereItIsToldTo() {
        sink.leaveEveryUnanswered(1);
        assertThatThrownBy(() -> send(mail(), "a@customer.example")).isInstanceOf(MessagingException.class);
        assertThat(sink.count()).isEqualTo(1);
    }

    @Test
    void answersNobodyWhileItIsSilent() throws InterruptedException {
        sink.fallSilent();
        Thread sender = new Thread(() -> sendUnchecked(mail()));
        sender.start();
        sender.join(MUCH_LONGER_THAN_AN_ANSWER_TAKES.toMillis());
        assertThat(sink.count()).isZero();

        sink.speak();
        await().until(() -> sink.count() == 1);
    }

    private void send(MimeMessage mail, String... to) throws MessagingException {
        try (Transport transport = mail.getSession().getTransport("smtp")) {
            transport.connect("127.0.0.1", sink.port(), null, null);
            mail.saveChanges();
            transport.sendMessage(mail, InternetAddress.parse(String.join(",", List.of(to))));
        }
    }

    private void sendUnchecked(MimeMessage mail) {
        try {
            send(mail, "a@customer.example");
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static MimeMessage mail() {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        try {
            mail.setFrom("support@mailroom.localhost");
            mail.setSubject("An answer");
            mail.setText("Hello.");
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return mail;
    }
}
