package org.mailroom.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.stereotype.Component;

/** Encrypts the passwords of accounts (AES-256-GCM) with a key derived from the secret that all nodes share. */
@Component
class PasswordCipher {

    /** Makes this key another one than the secret's other uses have; what makes each password differ is the random IV. */
    private static final String PURPOSE =
            HexFormat.of().formatHex("mailbox account password".getBytes(StandardCharsets.US_ASCII));

    private final BytesEncryptor encryptor;

    PasswordCipher(@Value("${mailroom.secret}") String secret) {
        this.encryptor = Encryptors.stronger(secret, PURPOSE);
    }

    byte[] encrypt(String password) {
        return encryptor.encrypt(password.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException where it was encrypted with another secret */
    String decrypt(byte[] encrypted) {
        return new String(encryptor.decrypt(encrypted), StandardCharsets.UTF_8);
    }
}
