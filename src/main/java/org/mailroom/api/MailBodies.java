package org.mailroom.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.mailroom.mailbox.MailSizes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The mails in the bodies of requests. However many come at once, no more are in memory together than it has room for; the
 * others wait for their turn.
 */
@Component
class MailBodies {

    private static final int KILOBYTE = 1024;

    /** A mail takes up to this many times its size: the bytes, its parts decoded, its text. */
    private static final int TIMES_ITS_SIZE = 4;

    private final long largest;
    private final int room;
    private final Semaphore free;

    MailBodies(MailSizes sizes) {
        this.largest = sizes.largest().toBytes();
        this.room = (int) (Runtime.getRuntime().maxMemory() / 2 / TIMES_ITS_SIZE / KILOBYTE);
        this.free = new Semaphore(room, true);
    }

    <T> T with(HttpServletRequest request, Function<byte[], T> use) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > largest) {
            throw tooLarge();
        }
        int needed = (int) Math.min(room, (announced < 0 ? largest : announced) / KILOBYTE + 1);
        free.acquireUninterruptibly(needed);
        try {
            return use.apply(read(request));
        } finally {
            free.release(needed);
        }
    }

    private byte[] read(HttpServletRequest request) throws IOException {
        byte[] raw = request.getInputStream().readNBytes((int) largest + 1);
        if (raw.length > largest) {
            throw tooLarge();
        }
        if (raw.length == 0 && isForm(request)) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The content type must be message/rfc822: the body of a form is taken apart before it gets here.");
        }
        if (raw.length == 0) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "The body is empty. It should be a mail (message/rfc822).");
        }
        return raw;
    }

    /** As curl calls what it sends where nobody says otherwise. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private RuntimeException tooLarge() {
        return Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "The mail is larger than " + largest + " bytes.");
    }
}
