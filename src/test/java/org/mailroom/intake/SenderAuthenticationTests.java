package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SenderAuthenticationTests {

    private static final Set<String> OURS = Set.of("mx.mailroom.localhost");

    @Test
    void whatOurServerSaysIsRead() {
        assertThat(of(
                        "Authentication-Results: mx.mailroom.localhost 1; spf=pass (ok; really) smtp.mailfrom=a.example;",
                        " dkim=fail header.d=b.example; dkim = pass header.d=a.example; dmarc=pass"))
                .isEqualTo(new SenderAuthentication("pass", "pass", "pass", "mx.mailroom.localhost"));
    }

    @Test
    void whatAnyOtherServerSaysCountsForNothing() {
        assertThat(of("Authentication-Results: mx.elsewhere.example; dmarc=pass"))
                .isEqualTo(SenderAuthentication.NONE);
    }

    @Test
    void onlyTheTopmostFieldCountsForThoseBelowMayBeTheSenders() {
        assertThat(of(
                        "Authentication-Results: mx.elsewhere.example; dmarc=fail",
                        "Authentication-Results: mx.mailroom.localhost; dmarc=pass"))
                .isEqualTo(SenderAuthentication.NONE);
    }

    @Test
    void aServerMayHaveFoundNothing() {
        SenderAuthentication found = of("Authentication-Results: mx.mailroom.localhost; none");

        assertThat(found).isEqualTo(new SenderAuthentication("", "", "", "mx.mailroom.localhost"));
        assertThat(found.fails()).isFalse();
    }

    @Test
    void whoeverFailsDmarcIsNotWhoHeClaimsToBe() {
        assertThat(of("Authentication-Results: mx.mailroom.localhost; spf=pass; dmarc=fail")
                        .fails())
                .isTrue();
        assertThat(of("Authentication-Results: mx.mailroom.localhost; spf=fail; dkim=pass")
                        .fails())
                .isFalse();
    }

    @Test
    void aBrokenFieldSaysNothing() {
        assertThat(of("Authentication-Results: ((((")).isEqualTo(SenderAuthentication.NONE);
        assertThat(of("Authentication-Results: ;;=;dmarc")).isEqualTo(SenderAuthentication.NONE);
        assertThat(of("Subject: none")).isEqualTo(SenderAuthentication.NONE);
    }

    private static SenderAuthentication of(String... fields) {
        String[] withSender = new String[fields.length + 1];
        System.arraycopy(fields, 0, withSender, 0, fields.length);
        withSender[fields.length] = "From: a@a.example";
        return SenderAuthentication.of(TestLetter.with(withSender).fields(), OURS);
    }
}
