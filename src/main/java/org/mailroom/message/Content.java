package org.mailroom.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that came with a mail, told apart by their SHA-256: equal bytes are one content and are kept once. */
public final class Content {

    /** Where bytes come from that need not be held: a stretch of a mail, decoded each time it is read. */
    @FunctionalInterface
    public interface Source {

        /** From the first byte; the same bytes each time. */
        InputStream open();
    }

    private final Source source;
    private final byte[] sha256;
    private final int size;

    private Content(Source source, byte[] sha256, int size) {
        this.source = source;
        this.sha256 = sha256;
        this.size = size;
    }

    public static Content of(byte[] bytes) {
        byte[] kept = bytes.clone();
        return from(() -> new ByteArrayInputStream(kept));
    }

    public static Content from(Source source) {
        return from(source.open(), source);
    }

    /** Reads the bytes once, to know their digest; whoever needs them then gets them from the source again. */
    public static Content from(InputStream once, Source again) {
        MessageDigest digest = newDigest();
        try (InputStream bytes = new DigestInputStream(once, digest)) {
            long size = bytes.transferTo(OutputStream.nullOutputStream());
            return new Content(again, digest.digest(), Math.toIntExact(size));
        } catch (IOException lost) {
            throw new UncheckedIOException("Bytes in memory could not be read", lost);
        }
    }

    public InputStream stream() {
        return source.open();
    }

    public byte[] bytes() {
        byte[] bytes = new byte[size];
        try (InputStream stream = stream()) {
            stream.readNBytes(bytes, 0, size);
            return bytes;
        } catch (IOException lost) {
            throw new UncheckedIOException("Bytes in memory could not be read", lost);
        }
    }

    public byte[] sha256() {
        return sha256.clone();
    }

    /** The digest in lower-case hexadecimal digits. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(sha256);
    }

    /** In bytes. */
    public int size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content that && Arrays.equals(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "Content[" + size + " bytes, sha256 " + sha256Hex() + "]";
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
