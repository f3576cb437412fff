package org.mailroom.desk.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Reply;
import org.mailroom.message.Attachment;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * A reply as it was typed, with the files that were chosen. A browser sends one nameless, empty file where none was
 * chosen.
 */
public record ReplyForm(@Nullable String text, @Nullable List<MultipartFile> files) {

    public void check(Errors errors) {
        if (words().isBlank()) {
            errors.rejectValue("text", "error.reply");
        }
    }

    public Reply reply() {
        return new Reply(words(), attachments());
    }

    /** The names of the chosen files: a browser cannot keep them, so a page that comes back asks for them again. */
    public List<String> names() {
        return chosen().stream().map(UploadedFile::name).toList();
    }

    private String words() {
        return text == null ? "" : text.strip();
    }

    private List<Attachment> attachments() {
        return chosen().stream().map(UploadedFile::attachment).toList();
    }

    private List<UploadedFile> chosen() {
        return files == null
                ? List.of()
                : files.stream()
                        .map(UploadedFile::new)
                        .filter(UploadedFile::isChosen)
                        .toList();
    }
}
