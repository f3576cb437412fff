package org.mailroom.desk.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.mailroom.message.Attachment;
import org.mailroom.message.Content;
import org.springframework.web.multipart.MultipartFile;

/** A file that an agent chose for his reply. */
record UploadedFile(MultipartFile file) {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]+/[a-z0-9.+-]+");

    boolean isChosen() {
        return !file.isEmpty() || !original().isBlank();
    }

    Attachment attachment() {
        try {
            return new Attachment(name(), type(), Content.of(file.getBytes()), false, null);
        } catch (IOException lost) {
            throw new UncheckedIOException("Cannot read a file that was uploaded", lost);
        }
    }

    /** Some browsers send the whole path. */
    String name() {
        String last = original().replaceAll("^.*[/\\\\]", "");
        return FileNames.safe(last);
    }

    private String original() {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private String type() {
        String declared = Objects.requireNonNullElse(file.getContentType(), "");
        String bare = declared.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        return TYPE.matcher(bare).matches() ? bare : "application/octet-stream";
    }
}
