package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTests {

    /** As Gmail, Apple Mail, Thunderbird, K-9 and others write it; nothing below is quoted by line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, Mar 3, 2026 at 10:15 AM Support <support@example.org> wrote:",
                "On 3 Mar 2026, at 10:15, Support <support@example.org> wrote:",
                "On 3/3/26 10:15, Support wrote:",
                "On Tue, 2026-03-03 at 10:15 +0100, Support wrote:",
                "On Tuesday, March 3rd, 2026 at 10:15 AM, Support < support@example.org > wrote:",
                "At 2026-03-03 10:15:00, \"Support\" <support@example.org> wrote:",
                "Mar 3, 2026, 10:15 by support@example.org:",
                "3. März 2026, 10:15 von support@example.org:",
                "Am 03.03.2026 um 10:15 schrieb Support:",
                "Am Di., 3. März 2026 um 10:15 Uhr schrieb Support <support@example.org>:",
                "Support <support@example.org> schrieb am Di., 3. März 2026, 10:15:",
                "Am Dienstag, dem 03.03.2026 um 10:15 +0100 schrieb Support:",
                "Le mar. 3 mars 2026 à 10:15, Support <support@example.org> a écrit :",
                "Le 03/03/2026 à 10:15, Support a écrit\u00a0:",
                "El mar, 3 mar 2026 a las 10:15, Support (<support@example.org>) escribió:",
                "El 3/3/26 a las 10:15, Support escribió:",
                "Il giorno mar 3 mar 2026 alle ore 10:15 Support <support@example.org> ha scritto:",
                "Il 03/03/2026 10:15, Support ha scritto:",
                "Op di 3 mrt 2026 om 10:15 schreef Support <support@example.org>:",
                "Op 3 mrt. 2026, om 10:15 heeft Support <support@example.org> het volgende geschreven:",
                "Em ter., 3 de mar. de 2026 às 10:15, Support <support@example.org> escreveu:",
                "Support <support@example.org> escreveu no dia terça, 3/03/2026 à(s) 10:15:",
                "Às 10:15 de 03/03/2026, Support escreveu:",
                "Den tis 3 mars 2026 kl 10:15 skrev Support <support@example.org>:",
                "3 mars 2026 kl. 10:15 skrev Support <support@example.org>:",
                "Den tirs. 3. mar. 2026 kl. 10.15 skrev Support <support@example.org>:",
                "tir. 3. mars 2026 kl. 10:15 skrev Support <support@example.org>:",
                "ti 3. maalisk. 2026 klo 10.15 Support (support@example.org) kirjoitti:",
                "Support <support@example.org> kirjoitti 3.3.2026 kello 10.15:",
                "Þann þri., 3. mars 2026 kl. 10:15 skrifaði Support <support@example.org>:",
                "wt., 3 mar 2026 o 10:15 Support <support@example.org> napisał(a):",
                "W dniu 3.03.2026 o 10:15, Support pisze:",
                "Wiadomość napisana przez Support <support@example.org> w dniu 3 mar 2026, o godz. 10:15:",
                "út 3. 3. 2026 v 10:15 odesílatel Support <support@example.org> napsal:",
                "Dne 03. 03. 26 v 10:15 Support napsal(a):",
                "ut 3. 3. 2026 o 10:15 Support <support@example.org> napísal(a):",
                "V V tor., 3. mar. 2026 ob 10:15 je oseba Support <support@example.org> napisala:",
                "uto, 3. ožu 2026. u 10:15 Support <support@example.org> napisao je:",
                "уто, 3. мар 2026. у 10:15 Support <support@example.org> је написао/ла:",
                "На вт, 3.03.2026 г. в 10:15 Support <support@example.org> написа:",
                "вт, 3 мар. 2026 г. в 10:15, Support <support@example.org>:",
                "03.03.2026 10:15, Support пишет:",
                "Вторник, 3 марта 2026, 10:15 +03:00 от Support <support@example.org>:",
                "вт, 3 бер. 2026 р. о 10:15 Support <support@example.org> пише:",
                "03.03.2026, 10:15, \"Support\" <support@example.org>:",
                "Support <support@example.org> ezt írta (időpont: 2026. márc. 3., K, 10:15):",
                "2026. 03. 03. 10:15 keltezéssel, Support írta:",
                "În mar., 3 mar. 2026 la 10:15, Support <support@example.org> a scris:",
                "Στις Τρί 3 Μαρ 2026 στις 10:15 π.μ., ο χρήστης Support <support@example.org> έγραψε:",
                "Support <support@example.org>, 3 Mar 2026 Sal, 10:15 tarihinde şunu yazdı:",
                "2026-03-03, an, 10:15 Support <support@example.org> rašė:",
                "otrd., 2026. g. 3. marts, plkst. 10:15 — lietotājs Support (<support@example.org>) rakstīja:",
                "Kontakt Support (<support@example.org>) kirjutas kuupäeval T, 3. märts 2026 kell 10:15:",
                "Missatge de Support <support@example.org> del dia dt., 3 de març 2026 a les 10:15:",
                "O mar, 3 mar 2026 ás 10:15, Support (<support@example.org>) escribiu:",
                "Pada tanggal Sel, 3 Mar 2026 pukul 10.15 Support <support@example.org> menulis:",
                "Noong Mar, Mar 3, 2026 nang 10:15 AM, sinulat ni Support <support@example.org>:",
                "Vào Th 3, 3 thg 3, 2026 vào lúc 10:15 Support <support@example.org> đã viết:",
                "ในวันที่ อ. 3 มี.ค. 2026 เวลา 10:15 Support <support@example.org> เขียนว่า:",
                "Support <support@example.org> 于2026年3月3日周二 10:15写道：",
                "在 2026-03-03 10:15:00，\"Support\" <support@example.org> 写道：",
                "Support <support@example.org> 於 2026年3月3日 週二 上午10:15寫道：",
                "2026年3月3日(火) 10:15 Support <support@example.org>:",
                "2026/03/03 10:15、Support <support@example.org>のメール:",
                "2026년 3월 3일 (화) 오전 10:15, Support <support@example.org>님이 작성:",
                "2026. 3. 3. 오전 10:15, Support <support@example.org> 작성:",
                "في الثلاثاء، 3 مارس 2026 في 10:15 ص تمت كتابة ما يلي بواسطة Support <support@example.org>:",
                "\u202bבתאריך יום ג׳, 3 במרץ 2026 ב-10:15 מאת \u202aSupport\u202c\u200f <\u202asupport@example.org\u202c\u200f>:\u202c",
                ":כתב Support, 03.03.2026 10:15 בתאריך",
                "در تاریخ سه\u200cشنبه ۳ مارس ۲۰۲۶،\u200f ۱۰:۱۵ Support <support@example.org> نوشت:",
                "मंगल, 3 मार्च 2026 को 10:15 am बजे को Support <support@example.org> ने लिखा:",
                "3.3.2026 10:15, Support <support@example.org> напісаў:",
                "2026-03-03 10:15 GMT+01:00 Support <support@example.org>:",
                "2026/3/3 Support <support@example.org>:",
                "3 Mar 2026, 10:15 by support@example.org:",
                "Support/Example wrote on 03/03/2026 10:15:00 AM:",
                "On 3 Mar 2026, 10:15 +0100, Support <support@example.org>, wrote:",
                "--- On Tue, 3/3/26, Support <support@example.org> wrote:",
            })
    void whoWroteTheOldMailIsSeenInAnyLanguage(String line) {
        assertThat(NewText.of("It works now.\n\n" + line + "\n\nPlease try again."))
                .isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Support wrote:",
                "Support <support@example.org> writes:",
                "Tuesday, March 3, 2026, 10:15:00 AM, you wrote:",
                "Quoting Support <support@example.org>:",
                "Zitat von Support <support@example.org>:",
                "Support <support@example.org>:",
                "3.3.2026 10:15, je Support napisal",
                "Ühes keeles, mida keegi ei tunne, 3.3.2026 10:15 Support <support@example.org>:",
            })
    void aboveQuotedLinesLessWillDo(String line) {
        assertThat(NewText.of("It works now.\n\n" + line + "\n> Please try again."))
                .isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, Mar 3, 2026 at 10:15 AM\nSupport\n<support@example.org> wrote:",
                "On Tue, Mar 3, 2026 at\n10:15 AM Support <support@example.org> wrote:",
                "On Tue, Mar 3, 2026\nat 10:15 AM\nSupport\n<support@example.org>\nwrote:",
                "Support\n<support@example.org> schrieb am Di., 3. März 2026, 10:15:",
                "Support <support@example.org> schrieb am Di., 3. März 2026\num 10:15:",
                "вт, 3 мар. 2026 г. в 10:15, Support\n<support@example.org>:",
                "Le mar. 3 mars 2026 à 10:15, Support <support@example.org> a\nécrit :",
            })
    void itMayBeBrokenOverSeveralLines(String lines) {
        assertThat(NewText.of("It works now\n\n" + lines + "\n\nPlease try again."))
                .isEqualTo("It works now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ti 3. maalisk. 2026 klo 10.15 Support (\nsupport@example.org) kirjoitti:",
                "Kuupäev T, 3. märts 2026 kell 10:15 kirjutas Support <\nsupport@example.org>:",
                "otrd., 2026. g. 3. marts, plkst. 10:15 — lietotājs Support (<\nsupport@example.org>) rakstīja:",
                "уто, 3. мар 2026. у 10:15 Support <support@example.org> је\nнаписао/ла:",
                "Support <support@example.org>, 3 Mar 2026 Sal, 10:15 tarihinde şunu\nyazdı:",
                "3 марта 2026 г., 10:15 пользователь Support <support@example.org>\nнаписал:",
                "2026/3/3 Support <support@example.org>",
            })
    void aboveQuotedLinesItsFirstLineIsFoundInAnyLanguage(String lines) {
        assertThat(NewText.of("It works now\n\n" + lines + "\n> Please try again."))
                .isEqualTo("It works now");
    }

    @Test
    void theLineAboveItIsTheSendersOwn() {
        assertThat(NewText.of("On it, 2 are done\nOn Tue, Mar 3, 2026 at 10:15 AM Support <s@example.org> wrote:\n> x"))
                .isEqualTo("On it, 2 are done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 3 March 2026 at 10:15 I wrote:",
                "Am 3.3.2026 um 10:15 schrieb ich Ihnen:",
                "You can reach me at jane@example.org until 15:30:",
                "Please send these to jane@example.org:",
                "My address has changed in 2026. The new one:",
                "I said:",
                "He wrote:",
                "At 10:15 the printer says:",
                "Der Fehler trat am 03.03.2026 um 10:15 auf:",
                "2026-03-03 10:15:00 ERROR mail@example.org failed:",
                "11:30: Lunch with jane@example.org:",
            })
    void aSentenceOfTheSendersIsNone(String line) {
        String text = "Hello,\n\n" + line + "\n\nPlease hurry.";

        assertThat(NewText.of(text)).isEqualTo(text);
    }
}
