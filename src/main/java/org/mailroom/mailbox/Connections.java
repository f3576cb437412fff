package org.mailroom.mailbox;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Makes connections to mail servers; one that broke is not mended but made anew, with what the account says now. */
@Component
class Connections implements DisposableBean {

    private final MailboxAccounts accounts;
    private final Cursors cursors;
    private final FrontDoor frontDoor;
    private final MailSizes sizes;
    private final BeanFactory beans;
    private final ThreadPoolTaskScheduler endOfWaiting = new ThreadPoolTaskScheduler();

    Connections(MailboxAccounts accounts, Cursors cursors, FrontDoor frontDoor, MailSizes sizes, BeanFactory beans) {
        this.accounts = accounts;
        this.cursors = cursors;
        this.frontDoor = frontDoor;
        this.sizes = sizes;
        this.beans = beans;
        endOfWaiting.setThreadNamePrefix("pickup-wake-");
        endOfWaiting.initialize();
    }

    /** Set up, not yet connected: the first question to the server connects. */
    AccountPickup to(long id) {
        MailboxAccount account = accounts.get(id);
        UidMailReceiver receiver = new UidMailReceiver(account, endOfWaiting);
        receiver.setBeanFactory(beans);
        receiver.afterPropertiesSet();
        var sizeLimit = new SizeLimit(sizes, account.name() + ", " + account.folder());
        return new AccountPickup(id, account.inbox(), receiver, sizeLimit, cursors, frontDoor);
    }

    @Override
    public void destroy() {
        endOfWaiting.shutdown();
    }
}
