package org.mailroom.intake.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.bytes.TransferEncoding;
import org.mailroom.intake.mime.wrapped.Uuencoded;
import org.mailroom.intake.mime.wrapped.Winmail;

/** The files of a mail in their order. What is a wrapping around others is kept as it came, and opened too. */
final class Files {

    private static final Set<String> MAILS = Set.of("message/rfc822", "message/global", "message/news");
    private static final Set<String> WINMAILS = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    private final Reading reading;
    private final LastResort lastResort;
    private final List<FilePart> kept = new ArrayList<>();

    Files(Reading reading, LastResort lastResort) {
        this.reading = reading;
        this.lastResort = lastResort;
    }

    List<FilePart> all() {
        return kept;
    }

    /** Those that lie in no other. */
    List<FilePart> outer() {
        return kept.stream().filter(file -> !file.isWithin()).toList();
    }

    /** @param within the names of the files around it, each with a slash behind it */
    void keep(Entity entity, String type, Place place, String within) {
        TransferDecoded content = entity.decoded();
        Encryption.warn(entity, type, reading.warnings());
        Optional<Entity> mail =
                isMail(entity, type) ? Optional.of(Entity.ofMail(content.slice(), reading)) : Optional.empty();
        String name = entity.fileName()
                .or(() -> mail.flatMap(FileNaming::ofMail))
                .orElseGet(() -> FileNaming.of(entity, type, kept.size() + 1));
        add(FilePart.of(name, type, content, Locations.idOf(entity), within));
        if (within.isEmpty()) {
            lastResort.offer(entity, type);
        }
        mail.ifPresent(inner -> open(inner, place, within + name + "/"));
        if (WINMAILS.contains(type) || name.equalsIgnoreCase("winmail.dat")) {
            open(content.slice(), place, within + name + "/");
        }
    }

    /** A file out of the text itself. */
    void keep(Uuencoded.Encoded file, String within) {
        String name = Entity.fileName(file.name()).orElseGet(() -> FileNaming.of(Entity.BINARY, kept.size() + 1));
        TransferDecoded content = new TransferDecoded(file.body(), TransferEncoding.UUENCODE, false);
        if (reading.hasRoom()) {
            add(FilePart.of(name, Entity.BINARY, content, "", within));
        }
    }

    private void add(FilePart file) {
        reading.warnings().addIf(file.damaged(), Warnings.ENCODING);
        kept.add(file);
    }

    private void open(Entity mail, Place place, String within) {
        if (reading.hasDepth(place.depth() + 1)) {
            new Parts(reading, this, within).read(mail, Place.whole(place.depth() + 1));
        }
    }

    private void open(Slice winmail, Place place, String within) {
        if (!Winmail.isOne(winmail) || !reading.hasDepth(place.depth() + 1)) {
            return;
        }
        Winmail opened = Winmail.of(winmail);
        lastResort.offer(opened);
        for (Winmail.Wrapped file : opened.files()) {
            if (!reading.hasRoom()) {
                return;
            }
            String type = Entity.isMediaType(file.type()) ? file.type() : Entity.BINARY;
            String name = Entity.fileName(file.name()).orElseGet(() -> FileNaming.of(type, kept.size() + 1));
            add(FilePart.of(
                    name,
                    type,
                    TransferDecoded.plain(file.bytes()),
                    Entity.contentId(file.contentId()).orElse(""),
                    within));
            open(file.bytes(), Place.whole(place.depth() + 1), within + name + "/");
        }
    }

    /** Some programs send a mail as a file of no type; its name then says what it is. */
    private static boolean isMail(Entity entity, String type) {
        boolean named = entity.fileName()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".eml"))
                .isPresent();
        return MAILS.contains(type) || (type.equals(Entity.BINARY) && named);
    }
}
