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

    @Test
    void whatATrustedForwarderFoundBeforeCountsWhereTheRedirectedMailFailsHere() {
        assertThat(of(redirected("mx.mailroom.localhost; spf=fail; dmarc=fail; arc=pass (i=1)", "Forwarder.example")))
                .isEqualTo(new SenderAuthentication("pass", "pass", "pass", "mx.forwarder.example"));
    }

    @Test
    void whatAnotherForwarderFoundDoesNotCountWhateverNameItGivesItself() {
        assertThat(of(redirected("mx.mailroom.localhost; dmarc=fail; arc=pass", "elsewhere.example"))
                        .fails())
                .isTrue();
    }

    @Test
    void aSealThatOurServerDidNotFindWholeCountsForNothing() {
        assertThat(of(redirected("mx.mailroom.localhost; dmarc=fail; arc=fail", "forwarder.example"))
                        .fails())
                .isTrue();
        assertThat(of(redirected("mx.mailroom.localhost; dmarc=fail", "forwarder.example"))
                        .fails())
                .isTrue();
        assertThat(of(redirected("mx.elsewhere.example; dmarc=fail; arc=pass", "forwarder.example")))
                .isEqualTo(SenderAuthentication.NONE);
    }

    @Test
    void whatATrustedForwarderSealedAfterAStrangerIsWhatItFoundItself() {
        String[] twice = redirected("mx.mailroom.localhost; dmarc=fail; arc=pass", "elsewhere.example");
        String[] fields = java.util.Arrays.copyOf(twice, twice.length + 2);
        fields[twice.length] = "ARC-Seal: i=2; a=rsa-sha256; d=forwarder.example; cv=pass; b=x";
        fields[twice.length + 1] = "ARC-Authentication-Results: i=2; mx.forwarder.example; dmarc=fail";

        assertThat(of(fields).fails()).isTrue();
    }

    private static String[] redirected(String ours, String sealer) {
        return new String[] {
            "Authentication-Results: " + ours,
            "ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=" + sealer + "; s=arc; b=x",
            "ARC-Authentication-Results: i=1; mx.forwarder.example; spf=pass; dkim=pass; dmarc=pass"
        };
    }

    private static SenderAuthentication of(String... fields) {
        String[] withSender = new String[fields.length + 1];
        System.arraycopy(fields, 0, withSender, 0, fields.length);
        withSender[fields.length] = "From: a@a.example";
        return SenderAuthentication.of(TestLetter.with(withSender).fields(), OURS, Set.of("forwarder.example"));
    }
}
