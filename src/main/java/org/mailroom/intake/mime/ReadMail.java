package org.mailroom.intake.mime;

import java.util.List;
import org.mailroom.intake.mime.field.Fields;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

/**
 * A mail, read.
 *
 * @param fields its header fields, for those who judge it
 * @param reportType what a mail server or program reports with it (RFC 6522), such as {@code delivery-status}, in lower
 *     case; empty where it is no report
 * @param reported the messages that it reports on
 */
public record ReadMail(Message message, Fields fields, String reportType, List<MessageId> reported) {

    public ReadMail {
        reported = List.copyOf(reported);
    }
}
