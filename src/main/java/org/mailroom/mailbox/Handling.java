package org.mailroom.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * What is done with the mail of an account.
 *
 * @param folder which folder is read, usually {@code INBOX}
 * @param skipsOld whether mail that was there before the account was added is left alone
 * @param afterwards what becomes of a mail on the server once it is kept here
 * @param moveTo the folder that it is moved to; null unless it is moved
 * @param sentFolder the folder that gets a copy of each mail sent from the inbox; null for none
 */
public record Handling(
        String folder, boolean skipsOld, Afterwards afterwards, @Nullable String moveTo, @Nullable String sentFolder) {

    /** All mail of the inbox folder, marked as read, as it is usual. */
    public static final Handling USUAL = new Handling("INBOX", false, Afterwards.FLAG, null, null);

    /** What becomes of a mail on the server. */
    public enum Afterwards {
        /** It stays as it was. */
        KEEP,
        /** It is marked as read. */
        FLAG,
        /** It is moved to another folder. */
        MOVE,
        /** It is deleted. */
        DELETE
    }

    /** @throws IllegalArgumentException where a folder to move to is missing or without use */
    public Handling {
        if (afterwards == Afterwards.MOVE && moveTo == null) {
            throw new IllegalArgumentException("Name the folder that mail is moved to.");
        }
        if (afterwards != Afterwards.MOVE && moveTo != null) {
            throw new IllegalArgumentException("A folder to move mail to is of use only where mail is moved.");
        }
        if (folder.equals(moveTo)) {
            throw new IllegalArgumentException("Mail cannot be moved to the folder that it is read from.");
        }
    }
}
