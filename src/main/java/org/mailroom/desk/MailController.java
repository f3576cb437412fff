package org.mailroom.desk;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.mailroom.cases.CaseFiles;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.NoSuchCase;
import org.mailroom.desk.forms.FileNames;
import org.mailroom.message.Attachment;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What strangers sent: attachments leave as downloads, HTML only into a locked frame, pictures only as pictures. */
@Controller
@RequestMapping("/cases/{number}/mails/{mail}")
class MailController {

    private static final String LOCKED = "default-src 'none'; img-src 'self' data:%s; style-src 'unsafe-inline'; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
            + "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final CaseFiles files;

    MailController(CaseFiles files) {
        this.files = files;
    }

    /**
     * The mail as its sender laid it out.
     *
     * @param images whether this once images from the web are shown too
     */
    @GetMapping("/html")
    ResponseEntity<String> html(
            Visit visit, @PathVariable("mail") long id, @RequestParam(defaultValue = "false") boolean images) {
        CaseView.Mail mail = mail(visit, id);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", LOCKED.formatted(images ? " https:" : ""))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(MailHtml.page(mail, images));
    }

    /** The mail as it came. */
    @GetMapping("/original")
    ResponseEntity<byte[]> original(Visit visit, @PathVariable("mail") long id) {
        return download("mail-" + id + ".eml", files.original(visit.number(), id, visit.agent()));
    }

    @GetMapping("/files/{position}")
    ResponseEntity<byte[]> file(Visit visit, @PathVariable("mail") long id, @PathVariable int position) {
        Attachment attachment = files.attachment(visit.number(), id, position, visit.agent());
        return download(FileNames.safe(attachment.name()), attachment.content().bytes());
    }

    /** A picture within the mail's text. SVG is no picture here: it can carry scripts; nor is what is too large to draw. */
    @GetMapping("/pictures/{position}")
    ResponseEntity<byte[]> picture(Visit visit, @PathVariable("mail") long id, @PathVariable int position) {
        Attachment attachment = files.attachment(visit.number(), id, position, visit.agent());
        byte[] bytes = attachment.content().bytes();
        if (!PICTURES.contains(attachment.type()) || !PictureSize.isShowable(bytes)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.type()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(bytes);
    }

    private static ResponseEntity<byte[]> download(String name, byte[] bytes) {
        ContentDisposition download = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(bytes);
    }

    private CaseView.Mail mail(Visit visit, long id) {
        return files.view(visit.number(), visit.agent()).entries().stream()
                .filter(CaseView.Mail.class::isInstance)
                .map(CaseView.Mail.class::cast)
                .filter(mail -> mail.id() == id && mail.html() != null)
                .findFirst()
                .orElseThrow(() -> new NoSuchCase(visit.number()));
    }
}
