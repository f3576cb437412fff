package org.mailroom.intake.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.forward.Forward.How;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.mime.ReadingLimits;
import org.springframework.util.unit.DataSize;

class ForwardsTests {

    private static final Correspondent JANE = new Correspondent("jane@customer.example", "Jane Doe");
    private static final String BLOCK =
            "From: Jane Doe <jane@customer.example>\nDate: Tue, 3 Mar 2026 10:15\nTo: joan@mailroom.localhost\nSubject: Printer\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Zoho
                "============ Forwarded message ============\nFrom : Jane Doe <jane@customer.example>\nTo : <joan@mailroom.localhost>\n"
                        + "Date : Tue, 03 Mar 2026 10:15:00 +0100\nSubject : Printer\n============ Forwarded message ============\n\nIt burns.",
                // Mutt
                "----- Forwarded message from Jane Doe <jane@customer.example> -----\n\nDate: Tue, 3 Mar 2026 10:15:00 +0100\n"
                        + "From: Jane Doe <jane@customer.example>\nTo: joan@mailroom.localhost\nSubject: Printer\nUser-Agent: Mutt\n\n"
                        + "It burns.\n\n----- End forwarded message -----\nJoan",
                // Lotus Notes
                "----- Forwarded by Joan/Mailroom on 03.03.2026 11:00 -----\n\nFrom:\tJane Doe <jane@customer.example>\nTo:\tjoan@mailroom.localhost\n"
                        + "Cc:\t\nDate:\t03.03.2026 10:15\nSubject:\tPrinter\n\n\n\nIt burns.",
                // Yandex
                "-------- Пересылаемое сообщение --------\n03.03.2026, 10:15, \"Jane Doe\" <jane@customer.example>:\n\nIt burns.\n\n"
                        + "-------- Завершение пересылаемого сообщения --------\nJoan",
                // Mail.ru
                "-------- Пересылаемое сообщение --------\nОт кого: Jane Doe <jane@customer.example>\nКому: joan@mailroom.localhost\n"
                        + "Дата: Вторник, 3 марта 2026, 10:15 +03:00\nТема: Printer\n\nIt burns.",
                // Seznam
                "---------- Přeposlaná zpráva ----------\nOd: Jane Doe <jane@customer.example>\nKomu: joan@mailroom.localhost\n"
                        + "Datum: 3. 3. 2026 10:15:00\nPředmět: Printer\n\nIt burns.",
                // T-Online
                "-----Original-Nachricht-----\nBetreff: Printer\nDatum: 2026-03-03T10:15:00+0100\nVon: \"Jane Doe\" <jane@customer.example>\n"
                        + "An: \"joan@mailroom.localhost\" <joan@mailroom.localhost>\n\n\n\nIt burns.",
                // IONOS
                "---------- Ursprüngliche Nachricht ----------\nVon: Jane Doe <jane@customer.example>\nAn: joan@mailroom.localhost\n"
                        + "Datum: 03.03.2026 10:15 CET\nBetreff: Printer\n\n\nIt burns.",
                // QQ Mail
                "------------------&nbsp;原始邮件&nbsp;------------------\n发件人:&nbsp;\"Jane Doe\" <jane@customer.example>;\n发送时间:&nbsp;2026年3月3日 10:15\n收件人:&nbsp;\"joan\" <joan@mailroom.localhost>;\n主题:&nbsp;Printer\n\nIt burns.",
                // 163
                "-------- 转发邮件信息 --------\n发件人：\"Jane Doe\" <jane@customer.example>\n发送日期：2026-03-03 10:15:00\n收件人：joan@mailroom.localhost\n主题：Printer\n\nIt burns.",
                // Naver
                "-----Original Message-----\nFrom: \"Jane Doe\" <jane@customer.example>\nTo: <joan@mailroom.localhost>;\nCc:\nSent: 2026-03-03 (화) 10:15:00 (GMT+09:00)\nSubject: Printer\n\nIt burns.",
                // Proton
                "------- Forwarded Message -------\nFrom: Jane Doe <jane@customer.example>\nDate: On Tuesday, March 3rd, 2026 at 10:15 AM\nSubject: Printer\nTo: joan@mailroom.localhost <joan@mailroom.localhost>\n\n\nIt burns.",
                // Proton, as it quotes
                "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Tuesday, March 3, 2026 10:15 AM, Jane Doe <jane@customer.example> wrote:\n\nIt burns.",
                // Outlook for Mac in Dutch
                "Op 03-03-2026 10:15 heeft Jane Doe <jane@customer.example> geschreven:\n\nIt burns.",
                // Airmail, IONOS in English, Onet
                "On 3 March 2026 at 10:15:00, Jane Doe (jane@customer.example) wrote:\n\nIt burns.",
                "On March 3, 2026 at 10:15 AM Jane Doe <jane@customer.example> wrote:\n\nIt burns.",
                "W dniu 2026-03-03 10:15:00 użytkownik Jane Doe <jane@customer.example> napisał(a):\n\nIt burns.",
                // GroupWise
                ">>> Jane Doe <jane@customer.example> 3/3/2026 10:15 AM >>>\n\nIt burns.",
                // Apple Mail in Turkish, Yahoo in French
                "İleti başlangıcı:\n\nKimden: Jane Doe <jane@customer.example>\nKonu: Printer\nTarih: 3 Mart 2026 10:15:00\nKime: joan@mailroom.localhost\n\nIt burns.",
                "----- Message transmis -----\nDe : Jane Doe <jane@customer.example>À : joan@mailroom.localhostEnvoyé : mardi 3 mars 2026 à 10:15Objet : Printer\n\nIt burns.",
                // everything quoted
                "> -------- Forwarded Message --------\n> Subject: Printer\n> Date: Tue, 3 Mar 2026 10:15\n> From: Jane Doe <jane@customer.example>\n> To: joan@mailroom.localhost\n> \n> It burns.",
                // folded subject, folded recipients, fields that say nothing, blank lines between
                "\uFEFFFrom:\u00a0Jane Doe <jane@customer.example>\n\nSent: Tuesday, March 3, 2026 10:15 AM\n\nTo: joan@mailroom.localhost,\n\tjohn@customer.example\n\nImportance: High\nSubject: Printer\n\nIt burns.",
                // bold labels with the value's blank inside
                "**From: **Jane Doe <jane@customer.example>\n**Date: **Tuesday, 3 March 2026 at 10:15\n**To: **joan@mailroom.localhost\n**Subject: **Printer\n\nIt burns.",
                // labels of two languages
                "Von: Jane Doe <jane@customer.example>\nDate: Di., 3. März 2026 um 10:15 Uhr\nSubject: Printer\nTo: <joan@mailroom.localhost>\n\n\nIt burns.",
            })
    void eachProgramsForwardIsRead(String text) {
        Forward forward = Mails.forward(Mails.plain("Fwd: Printer", "For you.\n\n" + text.replace("&nbsp;", "\u00a0")))
                .orElseThrow();

        assertThat(forward.from()).isEqualTo(JANE);
        assertThat(forward.date()).contains("10:15");
        assertThat(forward.words()).isEqualTo("For you.");
        assertThat(forward.text()).isEqualTo("It burns.");
    }

    @Test
    void whatIsWrittenRightAboveTheLineThatNamesTheAuthorIsTheForwarders() {
        String text = "For you.\nOn 3/3/26, 10:15, \"Jane Doe\" <jane@customer.example> wrote:\n\nIt burns.";

        assertThat(Mails.forward(Mails.plain("Fwd: Printer", text))
                        .orElseThrow()
                        .words())
                .isEqualTo("For you.");
    }

    @Test
    void ofForwardsInForwardsTheOutermostCounts() {
        String inner =
                "---------- Forwarded message ---------\nFrom: Inner <inner@customer.example>\nDate: 1 Mar 2026\nTo: x\n\nOld.";

        Forward forward = Mails.forward(Mails.plain(
                        "Fwd: Fwd: Printer", "-------- Forwarded Message --------\n" + BLOCK + "\nSee:\n" + inner))
                .orElseThrow();

        assertThat(forward.from()).isEqualTo(JANE);
        assertThat(forward.text()).contains("See:", "Inner <inner@customer.example>");
    }

    @Test
    void anAnswerToAForwardIsNone() {
        assertThat(
                        Mails.forward(
                                Mails.answer(
                                        "Re: Fwd: Printer",
                                        "Thanks.\n\nOn Wed, 4 Mar 2026 at 09:00, Joan <joan@mailroom.localhost> wrote:\n\n> FYI\n>\n"
                                                + "> ---------- Forwarded message ---------\n> From: Jane Doe <jane@customer.example>\n> Date: x\n> To: y\n>\n> Hi")))
                .isEmpty();
        assertThat(Mails.forward(Mails.answer(
                        "RE: Printer",
                        "Thanks.\n\n" + BLOCK.replace("Jane Doe", "Joan")
                                + "\nFYI\n\n-------- Forwarded Message --------\n" + BLOCK)))
                .isEmpty();
    }

    @Test
    void aForwardOfAConversationIsOne() {
        assertThat(Mails.forward(Mails.answer(
                        "Fwd: Re: Printer",
                        "FYI\n\n---------- Forwarded message ---------\n" + BLOCK
                                + "\nYes.\n\nOn 1 Mar 2026 <joan@mailroom.localhost> wrote:\n> Does it?")))
                .map(Forward::from)
                .contains(JANE);
    }

    @Test
    void aHeaderWithoutAnyWordForItIsAForwardOnlyWhereNothingStandsAboveAndNothingIsAnswered() {
        assertThat(Mails.forward(Mails.plain("Printer", BLOCK + "\nIt burns."))).isPresent();
        assertThat(Mails.forward(Mails.plain("Printer", "Hello,\n\n" + BLOCK + "\nIt burns.")))
                .isEmpty();
        assertThat(Mails.forward(Mails.answer("Printer", BLOCK + "\nIt burns.")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Jane Doe <jane@customer.example>\nSubject: Printer\n\nMessage Body:\nIt burns.",
                "Please forward this to Jane.\n\nRegards\nJoan",
                "I am forwarding this message:\nit burns",
                "Name: Jane\nEmail: jane@customer.example\nDate: 3 March",
                "-----\nOur offer\n-----\nTo: you\nDate: today",
                "From: Berlin\nTo: Hamburg\nPrice: 49",
            })
    void whatLooksALittleLikeItIsNone(String text) {
        assertThat(Mails.forward(Mails.plain("Printer", text))).isEmpty();
    }

    @Test
    void anAuthorMayBeANameOnly() {
        assertThat(Mails.forward(Mails.plain("FW: x", "From: Doe, Jane\nSent: Tuesday\nTo: Joan\nSubject: x\n\nHi")))
                .map(Forward::from)
                .contains(new Correspondent("", "Doe, Jane"));
    }

    @Test
    void longFieldsAreFolded() {
        String subject = "A subject that is so long that the program which wrote this mail had to\nfold it";

        assertThat(Mails.forward(Mails.plain(
                        "FW: x", "From: Jane Doe <jane@customer.example>\nTo: x\nSubject: " + subject + "\n\nHi")))
                .hasValueSatisfying(forward -> {
                    assertThat(forward.subject()).isEqualTo(subject.replace('\n', ' '));
                    assertThat(forward.text()).isEqualTo("Hi");
                });
    }

    @Test
    void answersToTheOriginalMayBeWantedElsewhere() {
        Forward forward = Mails.forward(
                        Mails.plain(
                                "FW: x",
                                "Von: Jane Doe <jane@customer.example>\nAntwort an: office@customer.example\nDatum: x\nAn: y\n\nHi"))
                .orElseThrow();

        assertThat(forward.replyTo()).containsExactly(new Correspondent("office@customer.example", ""));
    }

    @Test
    void htmlAloneIsEnoughAndTheOriginalsHtmlIsTakenOut() {
        Forward forward = Mails.forward(
                        Mails.html(
                                "WG: Drucker",
                                "<p>Bitte <b>erledigen</b>.</p><img src='cid:logo'><hr><div><b>Von:</b> Jane Doe &lt;<a href='mailto:jane@customer.example'>"
                                        + "jane@customer.example</a>&gt;<br><b>Gesendet:</b> Dienstag, 3. März 2026 10:15<br><b>An:</b> Joan<br>"
                                        + "<b>Betreff:</b> Drucker</div><div><p>Er <b>brennt</b>.</p><ul><li>lichterloh</li></ul></div>"))
                .orElseThrow();

        assertThat(forward.from()).isEqualTo(JANE);
        assertThat(forward.words()).isEqualTo("Bitte erledigen.");
        assertThat(forward.text()).isEqualTo("Er brennt.\n\n- lichterloh");
        assertThat(forward.html())
                .contains("<p>Er <b>brennt</b>.</p><ul><li>lichterloh</li></ul>")
                .doesNotContain("Drucker", "erledigen", "img", "hr");
    }

    @Test
    void headersInATableAreRead() {
        assertThat(
                        Mails.forward(
                                Mails.html(
                                        "Fwd: Printer",
                                        "<p>-------- Original Message --------</p><table><tr><th>Subject:</th><td>Printer</td></tr><tr><th>Date:</th><td>2026-03-03 10:15</td></tr>"
                                                + "<tr><th>From:</th><td>Jane Doe &lt;jane@customer.example&gt;</td></tr><tr><th>To:</th><td>joan@mailroom.localhost</td></tr></table><p>It burns.</p>")))
                .hasValueSatisfying(forward -> {
                    assertThat(forward.from()).isEqualTo(JANE);
                    assertThat(forward.html()).isEqualTo("<p>It burns.</p>");
                });
    }

    @Test
    void anAttachedMailIsRead() {
        Forward forward = Mails.forward(Mails.of(
                        "From: Joan <joan@mailroom.localhost>",
                        "Subject: Printer",
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "",
                        "For you.",
                        "--b",
                        "Content-Type: message/rfc822",
                        "",
                        "From: Jane Doe <jane@customer.example>",
                        "Reply-To: office@customer.example",
                        "To: joan@mailroom.localhost",
                        "Date: Tue, 3 Mar 2026 10:15:00 +0100",
                        "Subject: Printer",
                        "",
                        "It burns.",
                        "--b--"))
                .orElseThrow();

        assertThat(forward.how()).isEqualTo(How.ATTACHED);
        assertThat(forward.from()).isEqualTo(JANE);
        assertThat(forward.replyTo()).containsExactly(new Correspondent("office@customer.example", ""));
        assertThat(forward.subject()).isEqualTo("Printer");
        assertThat(forward.text()).isEqualTo("It burns.");
        assertThat(forward.words()).isEqualTo("For you.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Re: Printer",
                "Return-Path: <>",
                "Auto-Submitted: auto-replied",
                "X-Failed-Recipients: x@customer.example",
            })
    void anAnswerOrAReportWithAMailAttachedIsNoForward(String field) {
        assertThat(Mails.forward(Mails.of(
                        "From: Joan <joan@mailroom.localhost>",
                        field,
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "",
                        "See the mail.",
                        "--b",
                        "Content-Type: message/rfc822",
                        "",
                        "From: Jane Doe <jane@customer.example>",
                        "",
                        "It burns.",
                        "--b--")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Resent-From: joan@mailroom.localhost",
                "Resent-To: support@mailroom.localhost",
                "X-Forwarded-To: support@mailroom.localhost",
                "X-Forwarded-For: joan@mailroom.localhost support@mailroom.localhost",
                "Delivered-To: support@mailroom.localhost\r\nReceived: x\r\nDelivered-To: joan@mailroom.localhost",
            })
    void aRedirectedMailKeepsItsAuthor(String fields) {
        Forward forward = Mails.forward(Mails.of(
                        fields,
                        "From: Jane Doe <jane@customer.example>",
                        "To: joan@mailroom.localhost",
                        "Subject: Printer",
                        "",
                        "It burns."))
                .orElseThrow();

        assertThat(forward.how()).isEqualTo(How.REDIRECT);
        assertThat(forward.from()).isEqualTo(JANE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delivered-To: joan@mailroom.localhost",
                "Delivered-To: joan@mailroom.localhost\r\nX-Original-To: joan@mailroom.localhost",
                "Delivered-To: mailbox@host.mailroom.localhost\r\nX-Original-To: joan@mailroom.localhost",
                "Delivered-To: support@mailroom.localhost\r\nDelivered-To: joan@mailroom.localhost\r\nList-Id: <x.example>",
                "X-Forwarded-For: 192.0.2.1",
                "Resent-Date: Tue, 3 Mar 2026 10:15:00 +0100",
            })
    void deliveryAloneIsNoRedirect(String fields) {
        assertThat(Mails.forward(Mails.of(
                        fields,
                        "From: Jane Doe <jane@customer.example>",
                        "To: joan@mailroom.localhost",
                        "",
                        "It burns.")))
                .isEmpty();
    }

    @Test
    void whatIsForwardedByHandSaysMoreThanARedirect() {
        assertThat(Mails.forward(Mails.of(
                        "X-Forwarded-To: support@mailroom.localhost",
                        "From: Joan <joan@mailroom.localhost>",
                        "Subject: Fwd: Printer",
                        "",
                        BLOCK,
                        "It burns.")))
                .hasValueSatisfying(forward -> assertThat(forward.how()).isEqualTo(How.INLINE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> ",
                " ",
                "From: a@b.example\n",
                "To:\n",
                "Bcc: x\n",
                "-",
                "-----\n",
                "a: b: c: d: e: f: ",
                "From: x To: y Date: z\n",
                "On 1 2 3 4 <a@b.example\n",
                "--- forwarded\n",
                "From:\n\n",
                "<",
                "From: <<<<@\n",
                "\n",
                "ＦＲＯＭ：ａ\n",
                "a@b",
                "-- End forwarded\n"
            })
    void hostileTextsAreReadSoon(String part) {
        String text = part.repeat(1_000_000 / part.length());

        assertThat(Mails.forward(Mails.plain("Fwd: x", text))).isNotNull();
        assertThat(Mails.forward(Mails.plain("Fwd: x", "--- forwarded message ---\n" + BLOCK + text)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div>", "<b>", "<div>a", "<table><tr><td>a<td>", "<blockquote>From: x<br>", "<br>", "<p>a"})
    void hostileHtmlIsReadSoon(String part) {
        String html = part.repeat(190_000 / part.length());

        assertThat(Mails.forward(Mails.html("Fwd: x", html))).isNotNull();
        assertThat(Mails.forward(Mails.html("Fwd: x", "<p>From: a@b.example<br>To: x<br>Date: y</p>" + html + "z")))
                .isPresent();
    }

    @Test
    void anAttachedMailIsReadByTheLimitsOfThisHouse() {
        var fiveLetters = new ReadingLimits(20, 10, 100, DataSize.ofKilobytes(10), 5, 10, Duration.ofSeconds(10));
        ReadMail mail = Mails.of(
                "From: Joan <joan@mailroom.localhost>",
                "Subject: Fwd: Printer",
                "Content-Type: message/rfc822",
                "",
                "From: Jane <jane@customer.example>",
                "Subject: Printer",
                "",
                "It prints nothing.");

        assertThat(new Forwards(new MailReader(fiveLetters))
                        .in(mail)
                        .orElseThrow()
                        .text())
                .hasSize(5);
    }
}
