package org.mailroom.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mailserver.Proxy.Kind;

class ProxyTests {

    @Test
    void aProxyIsReadAsItIsWritten() {
        assertThat(Proxy.of("socks://proxy.example.org:1080"))
                .isEqualTo(new Proxy(Kind.SOCKS, "proxy.example.org", 1080))
                .hasToString("socks://proxy.example.org:1080");
        assertThat(Proxy.of(" HTTP://10.0.0.1:3128 ")).isEqualTo(new Proxy(Kind.HTTP, "10.0.0.1", 3128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "proxy", "proxy:3128", "ftp://proxy:21", "http://proxy", "http://sam:pw@proxy:3128", "h t"})
    void whatIsNoProxyIsRefusedWithASentence(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proxy.of(written))
                .withMessageStartingWith("A proxy is written");
    }
}
