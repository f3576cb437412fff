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
        ImapConnection connection =
                connection(account.server(), credentials, account.handling().folder());
        RemoteFolder folder = new RemoteFolder(connection);
        ImapMails mails = new ImapMails(account, folder, new SizeLimit(sizes, account), frontDoor);
        ImapCatchUp catchUp = new ImapCatchUp(account, folder, mails, cursors, settings.reconcileEvery());
        Idling idling = new Idling(connection, endOfWaiting);
        return new ImapPickup(account, connection, catchUp, idling, sentCopies, settings.every());
    }

    ImapConnection connection(MailServer server, Credentials credentials, String folder) {
        ImapConnection connection = new ImapConnection(server, credentials, folder);
        connection.setTaskScheduler(endOfWaiting); // or it would start a thread of its own
        connection.setBeanFactory(beans);
        connection.afterPropertiesSet();
        return connection;
    }

    @Override
    public void destroy() {
        endOfWaiting.shutdown();
    }
}
