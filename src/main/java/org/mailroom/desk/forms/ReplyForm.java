package org.mailroom.desk.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Reply;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * A reply as it was typed, with the files that were chosen. A browser sends one nameless, empty file where none was
 * chosen.
 *
 * @param copies those of the offered addresses that are ticked; null until somebody could choose, then all of them are
 * @param further addresses that were typed, with commas, semicolons or blanks between them
 */
public record ReplyForm(
        @Nullable String text,
        @Nullable List<String> copies,
        @Nullable String further,
        @Nullable List<MultipartFile> files) {

    private static final int MOST_COPIES = 48;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>()\\[\\],;:\"]{1,64}@[^\\s@<>()\\[\\],;:\"]{1,250}");
    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

    public static ReplyForm empty() {
        return new ReplyForm("", null, "", List.of());
    }

    public void check(Errors errors) {
        if (words().isBlank()) {
            errors.rejectValue("text", "error.reply");
        }
        if (!typed().stream().allMatch(address -> ADDRESS.matcher(address).matches())) {
            errors.rejectValue("further", "error.copies");
        } else if (wanted().size() > MOST_COPIES) {
            errors.rejectValue("further", "error.copies-many");
        }
    }

    public Reply reply() {
        return new Reply(words(), wanted(), attachments());
    }

    /** Whether an offered address gets a copy. */
    public boolean copiesTo(String address) {
        return copies == null || copies.contains(address);
    }

    /** The names of the chosen files: a browser cannot keep them, so a page that comes back asks for them again. */
    public List<String> names() {
        return chosen().stream().map(UploadedFile::name).toList();
    }

    private String words() {
        return text == null ? "" : text.strip();
    }

    /** The page sends an empty one along, so that none ticked is not the same as none offered. */
    private List<EmailAddress> wanted() {
        Stream<String> ticked = Objects.requireNonNullElse(copies, List.<String>of()).stream();
        return Stream.concat(ticked, typed().stream())
                .filter(address -> !address.isBlank())
                .map(EmailAddress::of)
                .toList();
    }

    private List<String> typed() {
        return Arrays.stream(BETWEEN.split(Objects.requireNonNullElse(further, "")))
                .filter(address -> !address.isEmpty())
                .toList();
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
