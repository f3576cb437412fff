package org.mailroom.intake.mime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.intake.mime.Place.Role;
import org.mailroom.intake.mime.bytes.Multipart;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.bytes.TransferEncoding;
import org.mailroom.intake.mime.bytes.Undone;
import org.mailroom.intake.mime.wrapped.SignedData;
import org.mailroom.intake.mime.wrapped.Uuencoded;
import org.mailroom.intake.text.CleanText;
import org.mailroom.intake.text.SafeHtml;

/** Goes through the parts of one mail (RFC 2046): tells the sender's own words from his files. */
final class Parts {

    private final Reading reading;
    private final Files files;
    private final String within;
    private final Set<String> shownIds = new HashSet<>();

    /** @param within the names of the files that the mail lies in, each with a slash behind it; empty for a mail itself */
    Parts(Reading reading, Files files, String within) {
        this.reading = reading;
        this.files = files;
        this.within = within;
    }

    /** Makes HTML harmless, and notes which pictures it shows. */
    Block safe(String html) {
        SafeHtml safe = SafeHtml.of(html);
        shownIds.addAll(safe.contentIds());
        reading.warnings().addIf(!safe.isWhole(), Warnings.LAYOUT);
        return Block.html(safe);
    }

    /** The content ids of pictures that the HTML shows. */
    Set<String> shownIds() {
        return shownIds;
    }

    /** What the sender wrote. Of a mail within a mail only the files are taken. */
    Block read(Entity entity, Place place) {
        boolean undeclared = entity.type().value().isEmpty() || place.role() == Role.WHOLE;
        String type = entity.mediaType(undeclared ? place.defaultType() : Entity.BINARY);
        if (type.startsWith("multipart/")) {
            return readParts(entity, type, place);
        }
        return isWords(entity, type, place) ? readText(entity, type, place) : readFile(entity, type, place);
    }

    /** A part with a name is a file, unless it is one of the forms of the text, or the first text with a name to it. */
    private static boolean isWords(Entity entity, String type, Place place) {
        boolean text = type.equals("text/plain") || type.equals("text/html");
        if (!text || entity.isAttached() || place.attached()) {
            return false;
        }
        boolean named = entity.fileName().isPresent()
                && !(place.first() && entity.disposition().get("filename").isEmpty());
        boolean shownElsewhere =
                entity.contentId().isPresent() || entity.fields().has("content-location");
        return switch (place.role()) {
            case WHOLE, FORM -> true;
            case BESIDE -> !named && !shownElsewhere;
            case ITEM -> !named;
        };
    }

    private Block readFile(Entity entity, String type, Place place) {
        files.keep(entity, type, place, within);
        Optional<Slice> signed = type.endsWith("pkcs7-mime")
                ? SignedData.content(entity.decoded().slice())
                : Optional.empty();
        return signed.filter(inner -> reading.hasDepth(place.depth() + 1))
                .map(inner -> read(Entity.ofPart(inner, reading), place.unwrapped()))
                .orElse(Block.EMPTY);
    }

    private Block readParts(Entity entity, String type, Place place) {
        reading.warnings().addIf(type.equals("multipart/encrypted"), Warnings.ENCRYPTED);
        if (!reading.hasDepth(place.depth())) {
            files.keep(entity, Entity.BINARY, place, within);
            return Block.EMPTY;
        }
        String boundary = entity.type().get("boundary").orElse("");
        Multipart split = split(entity, boundary);
        if (split.parts().isEmpty()) {
            return reading.isFull() ? Block.EMPTY : readUnparted(entity, place);
        }
        reading.warnings().addIf(!split.asDeclared(), Warnings.BOUNDARY);
        return joined(entity, type, place, split);
    }

    /** Some types of files begin with "multipart" too, such as multipart/x-zip. */
    private Block readUnparted(Entity entity, Place place) {
        if (place.attached() || entity.isAttached() || entity.fileName().isPresent()) {
            files.keep(entity, Entity.BINARY, place, within);
            return Block.EMPTY;
        }
        reading.warnings().addIf(!entity.body().isEmpty(), Warnings.STRUCTURE);
        return readText(entity, "text/plain", place);
    }

    private Block joined(Entity entity, String type, Place place, Multipart split) {
        List<Entity> parts =
                split.parts().stream().map(part -> Entity.ofPart(part, reading)).toList();
        Related related = new Related(place, entity, type, parts);
        List<Block> blocks = new ArrayList<>();
        for (int number = 0; number < parts.size() && reading.hasTime(); number++) {
            blocks.add(read(parts.get(number), related.placeOf(number)));
        }
        return type.equals("multipart/alternative")
                ? blocks.stream().reduce(Block.EMPTY, Block::or)
                : Block.joined(blocks.stream().filter(block -> !block.isEmpty()).toList());
    }

    /** A multipart must not be encoded as a whole; where it is, its parts are found only after that is undone. */
    private Multipart split(Entity entity, String boundary) {
        Multipart split = Multipart.split(entity.body(), boundary, reading::hasRoom);
        TransferDecoded content = entity.decoded();
        return split.parts().isEmpty() && content.encoding() != TransferEncoding.NONE
                ? Multipart.split(content.slice(), boundary, reading::hasRoom)
                : split;
    }

    private Block readText(Entity entity, String type, Place place) {
        if (!within.isEmpty()) {
            return Block.EMPTY;
        }
        int longest = reading.limits().textLength();
        Undone content = entity.decoded().beginning(longest * 4 + 1);
        Slice bytes = content.bytes();
        Uuencoded text = Uuencoded.in(bytes.first(longest * 4));
        TextPart words = TextPart.of(entity, type, text.text());
        String readable = words.shown(reading.limits());
        reading.warnings().addIf(content.damaged(), Warnings.ENCODING);
        reading.warnings().addIf(!words.fits(), Warnings.CHARSET);
        if (readable.length() < words.text().length() || bytes.length() > longest * 4) {
            reading.warnings().add(Warnings.LONG_TEXT);
            files.keep(entity, type, place, within);
        }
        text.files().forEach(file -> files.keep(file, within));
        Encryption.warn(readable, reading.warnings());
        return words.html() ? safe(place.locations().shownIn(readable)) : Block.plain(CleanText.block(readable));
    }
}
