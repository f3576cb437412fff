package org.mailroom.message;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Message-IDs that carry a word of ours, signed, so that an answer tells which case it belongs to and nobody can make one
 * up. The local part is {@code mr1.RANDOM.WORD.SIGNATURE}, each part in URL-safe Base64; the signature is HMAC-SHA256
 * (RFC 2104) over all before it, cut to 128 bits.
 */
public final class SignedMessageIds {

    private static final String VERSION = "mr1";
    private static final int SIGNATURE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final SecretKeySpec key;

    /** @param secret at least 16 characters, the same on every node, kept for as long as answers may come */
    public SignedMessageIds(String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("The secret must have at least 16 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** A new identifier that carries the word. */
    public MessageId mint(String word, String domain) {
        byte[] random = new byte[9];
        RANDOM.nextBytes(random);
        String signed = VERSION + "." + ENCODER.encodeToString(random) + "."
                + ENCODER.encodeToString(word.getBytes(StandardCharsets.UTF_8));
        return new MessageId(signed + "." + ENCODER.encodeToString(signature(signed)) + "@" + domain);
    }

    /** The word that the identifier carries; empty where it is not ours or its signature is wrong. */
    public Optional<String> wordOf(MessageId id) {
        String local = id.value().split("@", 2)[0];
        int lastDot = local.lastIndexOf('.');
        String[] parts = local.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            byte[] given = DECODER.decode(parts[3]);
            if (!MessageDigest.isEqual(given, signature(local.substring(0, lastDot)))) {
                return Optional.empty();
            }
            return Optional.of(new String(DECODER.decode(parts[2]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)), SIGNATURE_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
