package org.mailroom.mailserver;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.stereotype.Component;

/** Encrypts what opens accounts (AES-256-GCM): passwords and tokens. The key is derived from the secret that all nodes share. */
@Component
class SecretCipher {

    /** Makes this key another one than the secret's other uses have; what makes each text differ is the random IV. */
    private static final String PURPOSE =
            HexFormat.of().formatHex("mailbox account password".getBytes(StandardCharsets.US_ASCII));

    private final BytesEncryptor encryptor;
    private final @Nullable BytesEncryptor former;

    /** @param former the secret of before, with which older ones can still be read; empty where there was none */
    SecretCipher(@Value("${mailroom.secret}") String secret, @Value("${mailroom.former-secret:}") String former) {
        this.encryptor = Encryptors.stronger(secret, PURPOSE);
        this.former = former.isEmpty() ? null : Encryptors.stronger(former, PURPOSE);
    }

    byte[] encrypt(String text) {
        return encryptor.encrypt(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException where it was encrypted with another secret */
    String decrypt(byte[] encrypted) {
        return new String(
                former != null && isOutdated(encrypted) ? former.decrypt(encrypted) : encryptor.decrypt(encrypted),
                StandardCharsets.UTF_8);
    }

    /** Whether it is to be encrypted anew, so that the former secret can be forgotten. */
    boolean isOutdated(byte[] encrypted) {
        return former != null && !opens(encryptor, encrypted) && opens(former, encrypted);
    }

    private static boolean opens(BytesEncryptor encryptor, byte[] encrypted) {
        try {
            encryptor.decrypt(encrypted);
            return true;
        } catch (IllegalStateException anotherSecret) {
            return false;
        }
    }
}
