package org.mailroom.mailbox;

import org.mailroom.mailserver.Credentials;
import org.springframework.stereotype.Component;

/** Connections over POP3. */
@Component
class Pop3Connections {

    private final FrontDoor frontDoor;
    private final KnownUidls known;
    private final MailSizes sizes;
    private final PickupSettings settings;

    Pop3Connections(FrontDoor frontDoor, KnownUidls known, MailSizes sizes, PickupSettings settings) {
        this.frontDoor = frontDoor;
        this.known = known;
        this.sizes = sizes;
        this.settings = settings;
    }

    AccountPickup to(Mailbox account, Credentials credentials) {
        return new Pop3Pickup(
                account, credentials, new SizeLimit(sizes, account), known, frontDoor, settings.pop3Every());
    }
}
