package org.mailroom.access.sessions;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;

/**
 * What a session holds, as it lies in the database: encrypted and signed (AES-256-GCM) with a key of the secret that all
 * nodes share. So nothing is made into objects again but what a node of ours wrote, and what is shown once, such as a new
 * token, can be read by nobody who reads the database.
 */
class SealedAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(SealedAttributes.class);
    private static final String PURPOSE = HexFormat.of().formatHex("login session".getBytes(StandardCharsets.US_ASCII));

    private final SerializingConverter toBytes = new SerializingConverter();
    private final DeserializingConverter toObject = new DeserializingConverter();
    private final BytesEncryptor encryptor;

    SealedAttributes(String secret) {
        encryptor = Encryptors.stronger(secret, PURPOSE);
    }

    byte[] seal(Object attribute) {
        return encryptor.encrypt(toBytes.convert(attribute));
    }

    /** Null where it was damaged, or written with another secret or by another version: its owner logs in again. */
    @Nullable
    Object open(byte[] sealed) {
        try {
            return toObject.convert(encryptor.decrypt(sealed));
        } catch (RuntimeException unreadable) {
            LOG.debug("Something of a session cannot be read any more", unreadable);
            return null;
        }
    }
}
