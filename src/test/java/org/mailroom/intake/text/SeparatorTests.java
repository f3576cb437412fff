package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Original Message-----",
                "------ Original Message ------",
                "-------- Original message --------",
                "------------------ Original ------------------",
                "----- Original Message ----- ",
                "_____Original Message_____",
                "---------- Forwarded message ---------",
                "============ Forwarded message ============",
                "----- Forwarded by Jane Doe/Example on 03.03.2026 10:15 -----",
                "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐",
                "Original Message\nFrom: Support <support@example.org>\nSent: Tuesday\nSubject: Printer",
                "-----Ursprüngliche Nachricht-----",
                "-------- Weitergeleitete Nachricht --------",
                "-----Message d'origine-----",
                "-----Mensaje original-----",
                "-----Messaggio originale-----",
                "-----Oorspronkelijk bericht-----",
                "-----Mensagem original-----",
                "-----Ursprungligt meddelande-----",
                "-----Oprindelig meddelelse-----",
                "-----Opprinnelig melding-----",
                "-----Alkuperäinen viesti-----",
                "-----Wiadomość oryginalna-----",
                "-----Původní zpráva-----",
                "-----Pôvodná správa-----",
                "-----Izvirno sporočilo-----",
                "-----Izvorna poruka-----",
                "-----Исходное сообщение-----",
                "-----Оригінальне повідомлення-----",
                "-----Eredeti üzenet-----",
                "-----Mesaj original-----",
                "-----Αρχικό μήνυμα-----",
                "-----Özgün İleti-----",
                "-----Originalus laiškas-----",
                "------------------ 原始邮件 ------------------",
                "-----原始郵件-----",
                "-----元のメッセージ-----",
                "-----원본 메시지-----",
                "-----الرسالة الأصلية-----",
                "-----הודעה מקורית-----",
                "---- On Tue, 03 Mar 2026 10:15:00 +0100 Support <support@example.org> wrote ----",
                "-----Support wrote: -----",
                "-----Sõnum tundmatus keeles-----\nFrom: Support\nSubject: Printer",
                ">>> Support <support@example.org> 03.03.2026 10:15 >>>",
                ">>> \"Support\" <support@example.org> 3/3/2026 10:15 AM >>>",
                "##- Please type your reply above this line -##",
                "-- Bitte oberhalb dieser Zeile antworten --",
                "Begin forwarded message:",
                "Anfang der weitergeleiteten Nachricht:",
            })
    void whatStandsAboveTheOldMailIsSeen(String line) {
        assertThat(NewText.of("It works now.\n\n" + line + "\n\nPlease try again."))
                .isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----", "--- Part two ---", "===== Invoice 17 =====", "*** urgent ***", "-> see below <-"})
    void aRuleOfTheSendersIsNone(String line) {
        String text = "It works now.\n\n" + line + "\n\nBut slowly.";

        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void whatTheOldMailQuotesIsOldToo() {
        assertThat(NewText.of("Thanks.\n\n-----Original Message-----\nFrom: a\n\nHello\n\n> older\n\nmore of the old"))
                .isEqualTo("Thanks.");
    }
}
