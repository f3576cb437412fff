package org.mailroom.cases;

import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.Attachment;
import org.springframework.stereotype.Component;

/** Cases to look at. Every call throws {@link NoSuchCase} where the agent may not see the case. */
@Component
public class CaseFiles {

    public CaseView view(CaseNumber number, Agent agent) {
        throw new UnsupportedOperationException();
    }

    /** The case that a task of the engine belongs to. */
    public CaseNumber ofTask(String taskId, Agent agent) {
        throw new UnsupportedOperationException();
    }

    /** @param position the attachment's number within its mail, from 0 */
    public Attachment attachment(CaseNumber number, long messageId, int position, Agent agent) {
        throw new UnsupportedOperationException();
    }
}
