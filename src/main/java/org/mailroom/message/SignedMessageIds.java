package org.mailroom.message;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Message-IDs that carry a word of ours, signed, so that an answer tells which case it belongs to and nobody can make one
 * up. The local part is {@code mr1.RANDOM.WORD.SIGNATURE}, each part in URL-safe Base64; the signature is over all before
 * it, cut to 128 bits.
 */
public final class SignedMessageIds {

    private static final String VERSION = "mr1";
    private static final int SIGNATURE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final Seal seal;

    public SignedMessageIds(Seal seal) {
        this.seal = seal;
    }

    /** A new identifier that carries the word. */
    public MessageId mint(String word, String domain) {
        byte[] random = new byte[9];
        RANDOM.nextBytes(random);
        String signed = VERSION + "." + ENCODER.encodeToString(random) + "."
                + ENCODER.encodeToString(word.getBytes(StandardCharsets.UTF_8));
        return new MessageId(signed + "." + ENCODER.encodeToString(seal.sign(signed, SIGNATURE_BYTES)) + "@" + domain);
    }

    /** The word that the identifier carries; empty where it is not ours or its signature is wrong. */
    public Optional<String> wordOf(MessageId id) {
        String local = localPart(id);
        if (!hasOurForm(local)) {
            return Optional.empty();
        }
        String[] parts = local.split("\\.", -1);
        try {
            byte[] given = DECODER.decode(parts[3]);
            return seal.isOn(local.substring(0, local.lastIndexOf('.')), given, SIGNATURE_BYTES)
                    ? Optional.of(new String(DECODER.decode(parts[2]), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether it looks like one of ours and is none: made up, or of another Mailroom. */
    public boolean isForeign(MessageId id) {
        return hasOurForm(localPart(id)) && wordOf(id).isEmpty();
    }

    private static boolean hasOurForm(String local) {
        return local.startsWith(VERSION + ".") && local.split("\\.", -1).length == 4;
    }

    private static String localPart(MessageId id) {
        return id.value().split("@", 2)[0];
    }
}
