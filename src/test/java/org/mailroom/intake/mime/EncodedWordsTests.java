package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "=?utf-8?Q?=C3=A4_b?=|ä b",
                "=?UTF-8?b?w6Q=?= b|ä b",
                "a =?utf-8?Q?b?= c|a b c",
                "=?utf-8?Q?a?= =?utf-8?Q?b?=|ab",
                "=?utf-8?Q?a?= =?iso-8859-1?Q?=E4?=|aä",
                "=?utf-8*de?Q?=C3=A4?=|ä",
                "=?gb2312?B?1tA=?=|中",
                "=?unknown?Q?=C3=A4?=|ä",
                "=?utf-8?Q?=ZZ?=|=ZZ",
                "=?utf-8?X?abc?=|=?utf-8?X?abc?=",
                "=?utf-8?B?|=?utf-8?B?",
            })
    void wordsAreDecodedAndEverythingElseStays(String field, String decoded) {
        assertThat(EncodedWords.decoded(field)).isEqualTo(decoded);
    }
}
