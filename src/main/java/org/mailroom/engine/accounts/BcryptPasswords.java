package org.mailroom.engine.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords slowly, so that whoever gets hold of the hashes guesses few of them a second. Bcrypt reads 72 bytes at most,
 * so it gets a digest of the whole password (SHA-384, 64 characters), which is as good and always fits.
 */
@Component
class BcryptPasswords implements PasswordEncryptor {

    private static final String NAME = "bcrypt-sha384";
    private static final String PREFIX = "{" + NAME + "}";

    private final BCryptPasswordEncoder bcrypt;

    /** @param cost each step more doubles the time that a login takes */
    BcryptPasswords(@Value("${mailroom.passwords.cost:10}") int cost) {
        bcrypt = new BCryptPasswordEncoder(cost);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(digest(password));
    }

    @Override
    public boolean check(String password, String hash) {
        return bcrypt.matches(digest(password), hash);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether a hash as it is stored was made by another algorithm, or with less effort than today. */
    boolean isOutdated(String stored) {
        return !stored.startsWith(PREFIX) || bcrypt.upgradeEncoding(stored.substring(PREFIX.length()));
    }

    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-384", missing);
        }
    }
}
