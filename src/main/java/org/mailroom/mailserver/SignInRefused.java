package org.mailroom.mailserver;

/** The sign-in service gives no access token. The message is for people and names what the service said. */
public class SignInRefused extends RuntimeException {

    private final boolean forGood;

    SignInRefused(String message, boolean forGood, Throwable cause) {
        super(message, cause);
        this.forGood = forGood;
    }

    /** Whether a person has to do something; false where the service may just be away. */
    public boolean isForGood() {
        return forGood;
    }
}
