package org.mailroom.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretCipherTests {

    private final SecretCipher cipher = new SecretCipher("a secret that only tests know", "");

    @Test
    void aPasswordComesBackAsItWas() {
        assertThat(cipher.decrypt(cipher.encrypt("pässword"))).isEqualTo("pässword");
    }

    @Test
    void anEncryptedPasswordShowsNothingAndNeverTheSame() {
        assertThat(new String(cipher.encrypt("password"), StandardCharsets.ISO_8859_1))
                .doesNotContain("password");
        assertThat(cipher.encrypt("password")).isNotEqualTo(cipher.encrypt("password"));
    }

    @Test
    void anotherSecretOpensNothing() {
        byte[] encrypted = cipher.encrypt("password");

        assertThatThrownBy(() -> new SecretCipher("another secret of the tests", "").decrypt(encrypted))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedPasswordIsNotDecrypted() {
        byte[] encrypted = cipher.encrypt("password");
        encrypted[encrypted.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt(encrypted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheFormerSecretEncryptedIsStillReadAndIsOutdated() {
        byte[] encrypted = cipher.encrypt("password");
        var renewed = new SecretCipher("another secret of the tests", "a secret that only tests know");

        assertThat(renewed.decrypt(encrypted)).isEqualTo("password");
        assertThat(renewed.isOutdated(encrypted)).isTrue();
        assertThat(renewed.isOutdated(renewed.encrypt("password"))).isFalse();
    }
}
