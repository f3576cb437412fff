package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.message.MessageId;

class MachinesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: nagios@example.org",
                "From: \"L-Soft list server\" <LISTSERV@example.org>",
                "From: Majordomo@example.org\r\nReply-To: Majordomo@example.org",
                "From: pbx@example.org\r\nX-Asterisk-CallerID: 5551234",
                "From: a@example.org\r\nX-CiscoUnity-MessageType: voice",
                "From: a@example.org\r\nX-Mailer: AVM FRITZ!Box",
                "From: a@example.org\r\nSubject: Report Domain: example.org Submitter: example.com Report-ID: <1>",
            })
    void aMachineIsKnownByItsNameItsFieldsOrItsSubject(String fields) {
        assertThat(Machines.wrote(TestLetter.with(fields))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: scanner@example.org\r\nReply-To: jane@example.org",
                "From: jane.nagios@example.org",
                "From: a@example.org\r\nSubject: Report domain names that expire",
                "From: a@example.org\r\nX-Mailer: Microsoft Outlook 16.0",
            })
    void aPersonIsNoMachine(String fields) {
        assertThat(Machines.wrote(TestLetter.with(fields))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This E-mail was sent from \"RNP002673A1B2C3\" (MP C2003).",
                "***** Nagios *****",
                "Please open the attached document. It was scanned and sent to you using a Xerox Multifunction Device.",
            })
    void aMachineIsKnownByWhatItBeginsWithAndAPersonMayQuoteThat(String line) {
        assertThat(Machines.wrote(letter(line))).isPresent();
        assertThat(Machines.wrote(letter("What does this mean?\r\n\r\n" + line)))
                .isEmpty();
    }

    private static Letter letter(String text) {
        return TestLetter.of(new MessageId("kept@example.org"), Eml.of("From: a@example.org", "", text));
    }
}
