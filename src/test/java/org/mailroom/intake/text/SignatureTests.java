package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone",
                "Sent from my iPad.",
                "Sent from my iPhone, please excuse typos",
                "Sent from my Verizon, Samsung Galaxy smartphone",
                "Sent from my BlackBerry® smartphone from Vodafone",
                "Sent from my T-Mobile 4G LTE Device",
                "Sent from Yahoo Mail on Android",
                "Sent from Yahoo Mail for iPhone <https://overview.mail.yahoo.com/?.src=iOS>",
                "Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows 10",
                "Sent from Outlook for Android<https://aka.ms/AAb9ysg>",
                "Sent with Proton Mail secure email.",
                "Sent via Superhuman",
                "Sent from K-9 Mail",
                "[Sent from my iPhone]",
                "Get Outlook for iOS<https://aka.ms/o0ukef>",
                "Get Outlook for Android",
                "Von meinem iPhone gesendet",
                "Gesendet von meinem Samsung Galaxy Smartphone.",
                "Gesendet von Mail für Windows",
                "Gesendet mit der GMX Mail App",
                "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
                "Holen Sie sich Outlook für iOS",
                "Outlook für Android beziehen",
                "Envoyé de mon iPhone",
                "Envoyé depuis mon smartphone Samsung Galaxy.",
                "Envoyé à partir de Outlook pour iOS",
                "Télécharger Outlook pour Android",
                "Enviado desde mi iPhone",
                "Enviado desde mi Samsung Galaxy",
                "Obtener Outlook para iOS",
                "Inviato da iPhone",
                "Inviato dal mio Huawei",
                "Scarica Outlook per Android",
                "Verzonden vanaf mijn iPhone",
                "Verstuurd vanaf mijn iPad",
                "Outlook voor iOS downloaden",
                "Enviado do meu iPhone",
                "Enviado do Yahoo Mail no Android",
                "Obter o Outlook para iOS",
                "Skickat från min iPhone",
                "Hämta Outlook för Android",
                "Sendt fra min iPhone",
                "Hent Outlook til iOS",
                "Skaff deg Outlook for iOS",
                "Lähetetty iPhonesta",
                "Hanki Outlook for Android",
                "Sent úr iPhone",
                "Wysłane z iPhone'a",
                "Wysłane z mojego iPhone",
                "Pobierz aplikację Outlook dla systemu Android",
                "Odesláno z iPhonu",
                "Získat Outlook pro Android",
                "Odoslané z iPhonu",
                "Poslano iz mojega iPhone",
                "Poslano s mog iPhonea",
                "Послато са мог iPhone-а",
                "Изпратено от моя iPhone",
                "Отправлено с iPhone",
                "Отправлено из мобильной Яндекс.Почты",
                "Надіслано з iPhone",
                "Iphone-omról küldve",
                "Elküldve az iPhone készülékemről",
                "Trimis de pe iPhone-ul meu",
                "Στάλθηκε από το iPhone μου",
                "iPhone'umdan gönderildi",
                "iPhone’umdan gönderildi",
                "Išsiųsta iš mano iPhone",
                "Nosūtīts no mana iPhone",
                "Saadetud minu iPhone'ist",
                "Enviat des del meu iPhone",
                "Dikirim dari iPhone saya",
                "Đã gửi từ iPhone của tôi",
                "ส่งจาก iPhone ของฉัน",
                "发自我的iPhone",
                "从我的 iPhone 发送",
                "從我的 iPhone 傳送",
                "iPhoneから送信",
                "나의 iPhone에서 보냄",
                "أُرسلت من الـ iPhone",
                "\u200fנשלח מה-iPhone שלי",
                "ارسال شده از iPhone من",
            })
    void thePhoneIsLeftOutInAnyLanguage(String line) {
        assertThat(NewText.of("It works now.\n\n" + line)).isEqualTo("It works now.");
        assertThat(NewText.of("It works now.\n\n" + line + "\n\nOn 3 March 2026 Support wrote:\n> Try again."))
                .isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone so I cannot attach the file",
                "Sent from the wrong account, sorry",
                "Outlook for Android does not start",
                "I sent it from my iPhone",
                "Gesendet von Berlin nach Hamburg, wie besprochen und vereinbart",
                "Envoyé par la poste",
            })
    void aSentenceAboutAPhoneStays(String line) {
        assertThat(NewText.of("Hello,\n\n" + line)).endsWith(line);
    }

    @Test
    void thePhoneMayStandRightBelowASentence() {
        assertThat(NewText.of("It works now.\nSent from my BlackBerry 10 smartphone."))
                .isEqualTo("It works now.");
    }

    @Test
    void aSentenceThatWasWrappedEndsWithThePhone() {
        String text = "The picture is too small to be read, I am sorry, but it was\nsent from my iPhone";

        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void aNameBehindADashIsASignature() {
        assertThat(NewText.of("It works now.\n\n-Jane Doe\n\nOn 3 March 2026 Support wrote:\n> Try again."))
                .isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I need:\n\n-Red Paint", "-Blue Paint\n\n-Red Paint", "Red\n-Blue Paint", "Yes.\n\n- Red Paint"})
    void whatIsListedBehindADashIsNoName(String text) {
        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- ", "--", "—", "–", "——", "--\u00a0"})
    void whatADelimiterSetsOffIsLeftOut(String delimiter) {
        assertThat(NewText.of("It works.\n" + delimiter + "\nJane Doe\nExample Ltd"))
                .isEqualTo("It works.");
    }

    @Test
    void aNameBelowAGreetingStays() {
        assertThat(NewText.of("It works.\n\nRegards,\nJane Doe\nExample Ltd")).endsWith("Jane Doe\nExample Ltd");
    }

    @Test
    void aDashThatDividesALongTextIsNone() {
        String text = "One\n—\n" + "two\n".repeat(20).strip();

        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void answersBelowASignatureStay() {
        assertThat(NewText.of("See below.\n-- \nJane\n\nOn 3 March 2026 Support wrote:\n> Does it work?\n\nYes."))
                .contains("See below.", "> Does it work?", "Yes.")
                .doesNotContain("Jane");
    }
}
