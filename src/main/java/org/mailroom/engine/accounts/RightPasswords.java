package org.mailroom.engine.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers passwords that were right, for some minutes: not themselves but a keyed digest of each, with a key that only this
 * process has. The stored hash is part of it, so that a changed password is forgotten at once, on every node.
 */
class RightPasswords {

    private static final int MOST = 1_000;
    private static final long LIFETIME = Duration.ofMinutes(5).toNanos();
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key = key();
    private final Map<String, Long> until = new LinkedHashMap<>();

    synchronized void add(String id, String password, String stored) {
        long now = System.nanoTime();
        until.values().removeIf(end -> end - now < 0);
        if (until.size() >= MOST) {
            until.remove(until.keySet().iterator().next());
        }
        until.put(digest(id, password, stored), now + LIFETIME);
    }

    synchronized boolean contains(String id, String password, String stored) {
        Long end = until.get(digest(id, password, stored));
        return end != null && end - System.nanoTime() > 0;
    }

    private String digest(String id, String password, String stored) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : new String[] {id, stored, password}) {
                mac.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }

    private static SecretKeySpec key() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, ALGORITHM);
    }
}
