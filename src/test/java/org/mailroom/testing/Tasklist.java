package org.mailroom.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.mailroom.inbox.CaseNumber;

/** Tasklist, as an agent has it before him. */
public final class Tasklist {

    private final Page page;

    /** @param inbox whose tasks are listed */
    public Tasklist(Chromium chromium, int port, String agent, String inbox) {
        page = chromium.enter("http://localhost:" + port + "/camunda/app/tasklist/", agent);
        page.locator("h4", new Page.LocatorOptions().setHasText(inbox)).first().click();
    }

    public Page page() {
        return page;
    }

    /** The task of the case in the list. */
    public Locator task(CaseNumber number) {
        return page.locator("h4", new Page.LocatorOptions().setHasText(number + " "));
    }

    public void open(CaseNumber number) {
        task(number).first().click();
    }

    /** Follows the link to the task that came out of the one just completed. */
    public void openNext() {
        page.locator(".notifications .message a").first().click();
    }

    public void tab(String name) {
        page.locator("ul.nav-tabs")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Our own page, in the tab Conversation. */
    public FrameLocator conversation() {
        return page.frameLocator("iframe[title=Conversation]");
    }

    /** A button of our own page. */
    public Locator button(String name) {
        return conversation()
                .getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Opens a form of our own page, which stays open when the page or Tasklist is drawn anew. */
    public void openForm(String verb, String field) {
        conversation()
                .getByRole(
                        AriaRole.LINK,
                        new FrameLocator.GetByRoleOptions().setName(verb).setExact(true))
                .first()
                .click();
        assertThat(conversation().locator(field)).isVisible();
    }
}
