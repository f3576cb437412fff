package org.mailroom.message;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what leaves, so that we know it when it comes back (HMAC-SHA256, RFC 2104). What was signed with the former secret
 * is still ours, as answers may come years later.
 */
public final class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /**
     * @param secret at least 16 characters, the same on every node
     * @param former the secret of before, which signs nothing any more; empty where there was none
     */
    public Seal(String secret, String former) {
        this.keys = Stream.concat(
                        Stream.of(key(secret)),
                        Stream.of(former).filter(text -> !text.isEmpty()).map(Seal::key))
                .toList();
    }

    /** The first bytes of the signature of an ASCII text. */
    byte[] sign(String text, int bytes) {
        return signature(keys.get(0), text, bytes);
    }

    /** Whether these bytes are the signature of the text, by the secret of now or that of before. */
    boolean isOn(String text, byte[] given, int bytes) {
        boolean is = false;
        for (SecretKeySpec key : keys) {
            is |= MessageDigest.isEqual(given, signature(key, text, bytes));
        }
        return is;
    }

    private static SecretKeySpec key(String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("A secret must have at least 16 characters");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    private static byte[] signature(SecretKeySpec key, String text, int bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)), bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
