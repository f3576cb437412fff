package org.mailroom.mailbox;

import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.MailServer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Connections over IMAP. */
@Component
class ImapConnections implements DisposableBean {

    private final FrontDoor frontDoor;
    private final Cursors cursors;
    private final MailSizes sizes;
    private final SentCopies sentCopies;
    private final PickupSettings settings;
    private final BeanFactory beans;
    private final ThreadPoolTaskScheduler endOfWaiting = new ThreadPoolTaskScheduler();

    ImapConnections(
            FrontDoor frontDoor,
            Cursors cursors,
            MailSizes sizes,
            SentCopies sentCopies,
            PickupSettings settings,
            BeanFactory beans) {
        this.frontDoor = frontDoor;
        this.cursors = cursors;
        this.sizes = sizes;
        this.sentCopies = sentCopies;
        this.settings = settings;
        this.beans = beans;
        endOfWaiting.setThreadNamePrefix("pickup-wake-");
        endOfWaiting.initialize();
    }

    AccountPickup to(Mailbox account, Credentials credentials) {
        UidMailReceiver receiver =
                receiver(account.server(), credentials, account.handling().folder());
        ImapMails mails = new ImapMails(account, receiver, new SizeLimit(sizes, account), frontDoor);
        return new ImapPickup(account, receiver, mails, cursors, sentCopies, settings);
    }

    UidMailReceiver receiver(MailServer server, Credentials credentials, String folder) {
        UidMailReceiver receiver = new UidMailReceiver(server, credentials, folder, endOfWaiting);
        receiver.setBeanFactory(beans);
        receiver.afterPropertiesSet();
        return receiver;
    }

    @Override
    public void destroy() {
        endOfWaiting.shutdown();
    }
}
