package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderBlockTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Support <s@example.org>|Sent: Tuesday, 3 March 2026 10:15|To: Jane|Subject: Printer",
                "Von: Support|Gesendet: Dienstag, 3. März 2026 10:15|An: Jane|Betreff: Drucker",
                "De : Support|Envoyé : mardi 3 mars 2026 10:15|À : Jane|Objet : Imprimante",
                "De: Support|Enviado el: martes, 3 de marzo de 2026 10:15|Para: Jane|Asunto: Impresora",
                "Da: Support|Inviato: martedì 3 marzo 2026 10:15|A: Jane|Oggetto: Stampante",
                "Van: Support|Verzonden: dinsdag 3 maart 2026 10:15|Aan: Jane|Onderwerp: Printer",
                "De: Support|Enviada em: terça-feira, 3 de março de 2026 10:15|Para: Jane|Assunto: Impressora",
                "Från: Support|Skickat: den 3 mars 2026 10:15|Till: Jane|Ämne: Skrivare",
                "Fra: Support|Sendt: 3. marts 2026 10:15|Til: Jane|Emne: Printer",
                "Lähettäjä: Support|Lähetetty: tiistai 3. maaliskuuta 2026 10.15|Vastaanottaja: Jane|Aihe: Tulostin",
                "Frá: Support|Sent: 3. mars 2026 10:15|Til: Jane|Efni: Prentari",
                "Od: Support|Wysłane: wtorek, 3 marca 2026 10:15|Do: Jane|Temat: Drukarka",
                "Od: Support|Odesláno: úterý 3. března 2026 10:15|Komu: Jane|Předmět: Tiskárna",
                "Od: Support|Odoslané: utorok 3. marca 2026 10:15|Komu: Jane|Predmet: Tlačiareň",
                "Od: Support|Poslano: torek, 3. marec 2026 10:15|Za: Jane|Zadeva: Tiskalnik",
                "Šalje: Support|Poslano: 3. ožujka 2026. 10:15|Prima: Jane|Predmet: Pisač",
                "Од: Support|Послато: 3. март 2026. 10:15|За: Jane|Наслов: Штампач",
                "От: Support|Изпратено: вторник, 3 март 2026 г. 10:15|До: Jane|Относно: Принтер",
                "От: Support|Отправлено: 3 марта 2026 г. 10:15|Кому: Jane|Тема: Принтер",
                "Від: Support|Надіслано: 3 березня 2026 р. 10:15|Кому: Jane|Тема: Принтер",
                "Feladó: Support|Elküldve: 2026. március 3., kedd 10:15|Címzett: Jane|Tárgy: Nyomtató",
                "De la: Support|Trimis: marți, 3 martie 2026 10:15|Către: Jane|Subiect: Imprimantă",
                "Από: Support|Στάλθηκε: Τρίτη, 3 Μαρτίου 2026 10:15|Προς: Jane|Θέμα: Εκτυπωτής",
                "Kimden: Support|Gönderildi: 3 Mart 2026 Salı 10:15|Kime: Jane|Konu: Yazıcı",
                "Nuo: Support|Išsiųsta: 2026 m. kovo 3 d. 10:15|Kam: Jane|Tema: Spausdintuvas",
                "No: Support|Nosūtīts: 2026. gada 3. marts 10:15|Kam: Jane|Tēma: Printeris",
                "Saatja: Support|Saadetud: 3. märts 2026 10:15|Adressaat: Jane|Teema: Printer",
                "De: Support|Enviat el: 3 de març 2026 10:15|Per a: Jane|Assumpte: Impressora",
                "Dari: Support|Dikirim: 3 Maret 2026 10.15|Kepada: Jane|Perihal: Pencetak",
                "Từ: Support|Đã gửi: 3 tháng 3, 2026 10:15|Đến: Jane|Chủ đề: Máy in",
                "จาก: Support|ส่ง: 3 มีนาคม 2569 10:15|ถึง: Jane|เรื่อง: เครื่องพิมพ์",
                "发件人: Support|发送时间: 2026年3月3日 10:15|收件人: Jane|主题: 打印机",
                "寄件者： Support|寄件日期： 2026年3月3日 10:15|收件者： Jane|主旨： 印表機",
                "差出人: Support|送信日時: 2026年3月3日 10:15|宛先: Jane|件名: プリンター",
                "보낸 사람: Support|보낸 날짜: 2026년 3월 3일 10:15|받는 사람: Jane|제목: 프린터",
                "من: Support|تم الإرسال: 3 مارس 2026 10:15|إلى: Jane|الموضوع: طابعة",
                "\u200fמאת: Support|נשלח: 3 מרץ 2026 10:15|אל: Jane|נושא: מדפסת",
                "از: Support|ارسال شده: ۳ مارس ۲۰۲۶|به: Jane|موضوع: چاپگر",
                "*From:* Support|*Date:* Tuesday|*To:* Jane",
                "**From:** Support|**Sent:** Tuesday|**To:** Jane|**Subject:** Printer",
                "Gesendet: Dienstag, 03. März 2026 um 10:15 Uhr|Von: Support <s@example.org>|An: Jane|Betreff: Drucker",
                "Subject: Printer|Date: Tue, 3 Mar 2026 10:15:00 +0100|From: Support|To: Jane",
                "________________________________|From: Support|Sent: Tuesday",
                "From: Support [mailto:s@example.org]||Sent: Tuesday||To: Jane|    Joe|    Jim|Subject: Printer",
                "-----Original Message-----|From: Support",
            })
    void theHeaderOfTheOldMailIsSeenInAnyLanguage(String header) {
        String text = "It works now.\n\n" + header.replace('|', '\n') + "\n\nPlease try again.";

        assertThat(NewText.of(text)).isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Berlin|To: Hamburg|Date: 3 March|Seats: 2",
                "Name: Jane|Subject: Printer|Message: It smokes",
                "To: whom it may concern|Date: today",
            })
    void aListOfTheSendersIsNone(String list) {
        String text = "I need a ticket:\n\n" + list.replace('|', '\n') + "\n\nThank you.";

        assertThat(NewText.of(text)).isEqualTo(text);
    }
}
