package org.mailroom.mailbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.mailbox.RawHeader.Field;
import org.mailroom.message.MessageId;

/** Tells the identity of a mail: its Message-ID and the digest of all but what each delivery adds. */
final class MailDigest {

    /** Header fields that mail servers add on the way, different for each delivery of one mail. */
    private static final Set<String> ADDED_ON_THE_WAY = Set.of(
            "received",
            "x-received",
            "return-path",
            "delivered-to",
            "x-delivered-to",
            "x-original-to",
            "envelope-to",
            "x-envelope-to",
            "x-forwarded-to",
            "x-forwarded-for",
            "x-forwarded-encrypted",
            "received-spf",
            "authentication-results",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results",
            "delivery-date");

    private static final int LONGEST_ID = 998;
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]*)>");

    private MailDigest() {}

    static MailIdentity of(byte[] raw) {
        RawHeader header = RawHeader.of(raw);
        String digest = digest(raw, header);
        MessageId id = header.fields().stream()
                .filter(field -> field.name().equals("message-id"))
                .map(field -> id(field.value(raw)))
                .filter(value -> !value.isBlank() && value.length() <= LONGEST_ID)
                .findFirst()
                .map(MessageId::new)
                .orElseGet(() -> new MessageId(digest + "@made-up.invalid"));
        return new MailIdentity(id, digest);
    }

    private static String digest(byte[] raw, RawHeader header) {
        MessageDigest digest = sha256();
        for (Field field : header.fields()) {
            if (!ADDED_ON_THE_WAY.contains(field.name())) {
                digest.update(raw, field.start(), field.end() - field.start());
            }
        }
        digest.update(raw, header.end(), raw.length - header.end());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Without brackets, comments and the white space of folding. */
    private static String id(String value) {
        Matcher inBrackets = IN_BRACKETS.matcher(value);
        String id = inBrackets.find() ? inBrackets.group(1) : value;
        return id.replaceAll("[<>\\s\\p{Cntrl}]", "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
