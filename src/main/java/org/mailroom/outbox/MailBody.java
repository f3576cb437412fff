package org.mailroom.outbox;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mailroom.message.Attachment;
import org.mailroom.outbox.smtp.OneLine;

/** What stands below the header: plain text in UTF-8, and the attachments byte for byte. */
final class MailBody {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n|\\u2028|\\u2029");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");
    private static final String UNKNOWN = "application/octet-stream";

    private MailBody() {}

    static void write(MimeMessage mime, String text, List<Attachment> attachments) throws MessagingException {
        if (attachments.isEmpty()) {
            mime.setText(mailable(text), "UTF-8");
            return;
        }
        var parts = new MimeMultipart("mixed");
        var first = new MimeBodyPart();
        first.setText(mailable(text), "UTF-8");
        parts.addBodyPart(first);
        for (Attachment attachment : attachments) {
            parts.addBodyPart(part(attachment));
        }
        mime.setContent(parts);
    }

    private static String mailable(String text) {
        return CONTROL.matcher(LINE_END.matcher(text).replaceAll("\r\n")).replaceAll("");
    }

    /** Always in Base64: every other encoding may touch line ends on the way. */
    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(attachment.content().bytes(), type(attachment.type()))));
        part.setFileName(OneLine.of(attachment.name(), 200));
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** A mail within a mail may not be in Base64 (RFC 2046, 5.2.1), so it leaves as a mere file. */
    private static String type(String declared) {
        try {
            var type = new ContentType(declared.toLowerCase(Locale.ROOT));
            boolean composite = type.match("message/*") || type.match("multipart/*");
            return composite ? UNKNOWN : type.getBaseType();
        } catch (ParseException unreadable) {
            return UNKNOWN;
        }
    }
}
