package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpamCheckTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Spam-Flag: YES|true",
                "X-Spam-Status: Yes, score=9.1 required=5.0|true",
                "X-Bogosity: Spam, tests=bogofilter|true",
                "X-MS-Exchange-Organization-SCL: 9|true",
                "X-Forefront-Antispam-Report: CIP:192.0.2.1;SFV:SPM;SCL:5|true",
                "X-Spam-Flag: NO|false",
                "X-Spam-Status: No, score=0.1|false",
                "X-Bogosity: Ham|false",
                "X-MS-Exchange-Organization-SCL: -1|false",
                "X-MS-Exchange-Organization-SCL: 4|false",
                "X-Forefront-Antispam-Report: SFV:NSPM|false",
                "X-Spam-Level: ****|false",
            })
    void theMarksOfTheFilterCount(String field, boolean spam) {
        assertThat(new SpamCheck()
                        .judge(TestLetter.with("From: a@example.org", field))
                        .isPresent())
                .isEqualTo(spam);
    }
}
