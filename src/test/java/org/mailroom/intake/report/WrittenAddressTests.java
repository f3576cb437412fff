package org.mailroom.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAddressTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<ann@example.org>: no|ann@example.org",
                "to=<ann@example.org>, relay=mx|ann@example.org",
                "to=ann@example.org|ann@example.org",
                "'ann@example.org'|ann@example.org",
                "ann@example.org.|ann@example.org",
                "o'neil+tag@example.org|o'neil+tag@example.org",
                "\"a b\"@example.org|\"a b\"@example.org",
                "ann@[192.0.2.1]|ann@[192.0.2.1]",
                "宛先はann@example.jpです|ann@example.jp",
                "jörg@bücher.example|jörg@bücher.example",
                "ann@example.org<mailto:ann@example.org>|ann@example.org ann@example.org",
                "********@example.org|``",
                "@example.org and a@ and @|``",
                "user@host|``",
            })
    void anAddressIsFoundInRunningText(String line, String addresses) {
        assertThat(WrittenAddress.in(line).stream().map(WrittenAddress::address).collect(Collectors.joining(" ")))
                .isEqualTo(addresses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rfc822; ann@example.org|ann@example.org",
                "RFC822;<ann@example.org> (Ann)|ann@example.org",
                "rfc822;ann@host|ann@host",
                "utf-8; j\\x{F6}rg@example.org|jörg@example.org",
                "rfc822;ann+2Btag@example.org|ann+tag@example.org",
                "utf-8; \\x{FFFFFF}@example.org|``",
                "X-Unix; /bin/sort|``",
                "rfc822; /G=Jane/S=Doe/O=Office/C=DE/@gateway.example|/G=Jane/S=Doe/O=Office/C=DE/@gateway.example",
            })
    void theFieldsOfReportsWriteItInTheirOwnWays(String field, String address) {
        assertThat(WrittenAddress.inField(field).orElse("")).isEqualTo(address);
    }
}
