package org.mailroom.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCodeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 no such user|5.1.1",
                "(#4.4.1)|4.4.1",
                "5.0.0 then 5.2.2 says more|5.2.2",
                "host mx [4.2.1.3] said: 550 no thanks|5.0.0",
                "version 4.92.3 of the program|''",
                "smtp;552 mailbox full|5.2.2",
                "452 mailbox full|4.2.2",
                "421 try again later|4.4.1",
                "mailbox is full|5.2.2",
                "Das Postfach ist voll|5.2.2",
                "connection timed out|4.4.1",
                "Host or domain name not found|5.1.2",
                "the domain does not exist|5.1.2",
                "User ann not listed in the directory|5.1.1",
                "Пользователь не найден|5.1.1",
                "宛先が存在しません|5.1.1",
                "message size exceeds the limit|5.3.4",
                "too many hops|5.4.6",
                "rejected as spam|5.7.1",
                "room 550a, order 4711|''",
                "nothing to see|''",
            })
    void codesComeBeforeRepliesAndRepliesBeforeWords(String text, String status) {
        assertThat(StatusCode.in(text).map(StatusCode::value).orElse("")).isEqualTo(status);
    }
}
