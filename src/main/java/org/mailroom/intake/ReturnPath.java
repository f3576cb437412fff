package org.mailroom.intake;

/** The envelope sender, as the last mail server noted it down. */
final class ReturnPath {

    private ReturnPath() {}

    /** Whether the sending program wants to be told of no failure (RFC 5321, 4.5.5), as programs do that answer alone. */
    static boolean isEmpty(Letter letter) {
        return letter.fields().all("Return-Path").stream()
                .anyMatch(path -> path.replaceAll("\\s", "").equals("<>"));
    }
}
