package org.mailroom.intake.mime.field;

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
                "=?utf-8?Q?Are_you_ok??=|Are you ok?",
                "=?utf-8?Q?Why?=3F_Because?=|Why?? Because",
                "=?utf-8?B?w6Q|ä",
                "=?utf-8?Q?a?==?utf-8?Q?b?=|ab",
                "=?utf-8?Q?a b?=|a b",
                "=?utf-8?B?8J+Y?= =?utf-8?B?gA==?=|😀",
                "=?utf-8?B?w6Q=?= =?utf-8?Q?=C3=B6?=|äö",
                "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=|日本",
                "=?utf-8?Q?a =?utf-8?Q?b?=|=?utf-8?Q?a b",
                "=?x?=?y?=|=?x?=?y?=",
            })
    void wordsAreDecodedAndEverythingElseStays(String field, String decoded) {
        assertThat(EncodedWords.decoded(field)).isEqualTo(decoded);
    }
}
