package org.mailroom.intake.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A body of several parts, split up as far as the bound on parts allows, whether or not it is closed properly. */
final class BoundedMultipart extends MimeMultipart {

    private final BooleanSupplier room;

    private BoundedMultipart(byte[] body, String boundary, BooleanSupplier room) throws MessagingException {
        super(new ByteArrayDataSource(body, type(boundary)));
        this.room = room;
    }

    /**
     * @param boundary as declared; where it is empty, the first line that looks like one is taken
     * @param room asked before each part; once it says no, the rest is left out
     * @throws MessagingException where the body has no part at all
     */
    static List<MimeBodyPart> split(byte[] body, String boundary, BooleanSupplier room) throws MessagingException {
        BoundedMultipart multipart = new BoundedMultipart(body, boundary, room);
        List<MimeBodyPart> parts = new ArrayList<>();
        for (int number = 0; number < multipart.getCount(); number++) {
            parts.add((MimeBodyPart) multipart.getBodyPart(number));
        }
        return parts;
    }

    @Override
    protected void initializeProperties() {
        ignoreMissingEndBoundary = true;
        ignoreMissingBoundaryParameter = true;
        ignoreExistingBoundaryParameter = false;
        allowEmpty = false;
    }

    @Override
    protected synchronized void parse() throws MessagingException {
        try {
            super.parse();
        } catch (NoRoom full) {
            parsed = true;
        }
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InputStream part) throws MessagingException {
        if (!room.getAsBoolean()) {
            throw new NoRoom();
        }
        return super.createMimeBodyPart(part);
    }

    private static String type(String boundary) {
        String quoted = boundary.replace("\\", "\\\\").replace("\"", "\\\"");
        return boundary.isEmpty() ? "multipart/mixed" : "multipart/mixed; boundary=\"" + quoted + "\"";
    }

    private static final class NoRoom extends MessagingException {

        private static final long serialVersionUID = 1L;
    }
}
