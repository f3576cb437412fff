package org.mailroom.mailserver;

/** How a connection is protected. */
public enum Security {
    /** Not at all; for a mail server on the same machine. */
    NONE,
    /** By TLS after a greeting in clear; a server without it is refused. */
    STARTTLS,
    /** By TLS from the first byte. */
    TLS
}
