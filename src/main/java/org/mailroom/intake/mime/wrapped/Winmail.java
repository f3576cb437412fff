package org.mailroom.intake.mime.wrapped;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.charset.Decoded;
import org.mailroom.intake.mime.words.RichText;

/**
 * What is in a winmail.dat (MS-OXTNEF), the wrapping in which Outlook sends what it thinks only Outlook will read. What was
 * cut off short is read as far as it goes.
 *
 * @param text empty where there is none
 * @param html empty where there is none
 */
public record Winmail(List<Wrapped> files, String text, String html) {

    /**
     * A file within.
     *
     * @param name as it is written there, empty where it has none
     * @param contentId empty where it has none
     */
    public record Wrapped(String name, String type, Slice bytes, String contentId) {}

    private static final int SIGNATURE = 0x223E9F78;
    private static final int MOST_FILES = 1_000;

    private static final int CODE_PAGE = 0x00069007;
    private static final int BODY = 0x0002800C;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int NEW_FILE = 0x00069002;
    private static final int FILE_TITLE = 0x00018010;
    private static final int FILE_DATA = 0x0006800F;
    private static final int FILE_PROPERTIES = 0x00069005;

    private static final int PROPERTY_BODY = 0x1000;
    private static final int PROPERTY_RTF = 0x1009;
    private static final int PROPERTY_HTML = 0x1013;
    private static final int PROPERTY_HTML_CODE_PAGE = 0x3FDE;
    private static final int PROPERTY_DATA = 0x3701;
    private static final int PROPERTY_NAME = 0x3704;
    private static final int PROPERTY_LONG_NAME = 0x3707;
    private static final int PROPERTY_TYPE = 0x370E;
    private static final int PROPERTY_CONTENT_ID = 0x3712;
    private static final int PROPERTY_SHOWN_NAME = 0x3001;
    private static final int EMBEDDED_ID = 16;

    public static boolean isOne(Slice bytes) {
        return new LittleEndian(bytes).i32() == SIGNATURE;
    }

    /** Nothing where the bytes are none. */
    public static Winmail of(Slice bytes) {
        return isOne(bytes) ? new Reader().read(bytes) : new Winmail(List.of(), "", "");
    }

    /** Takes the attributes in their order: a file begins with an attribute of its own. */
    private static final class Reader {

        private final List<Wrapped> files = new ArrayList<>();
        private Charset charset = Charset.forName("windows-1252");
        private String text = "";
        private String html = "";
        private String title = "";
        private @Nullable Slice data;
        private @Nullable MapiProperties properties;
        private boolean inFile;

        Winmail read(Slice bytes) {
            LittleEndian in = new LittleEndian(bytes);
            in.skip(6);
            while (in.hasMore()) {
                in.skip(1);
                int attribute = in.i32();
                Slice value = in.take(in.i32());
                in.skip(2);
                take(attribute, value);
            }
            endFile();
            return new Winmail(List.copyOf(files), text, html);
        }

        private void take(int attribute, Slice value) {
            switch (attribute) {
                case CODE_PAGE -> charset = CodePages.charset(new LittleEndian(value).i32());
                case BODY -> text = decoded(value);
                case MESSAGE_PROPERTIES -> body(MapiProperties.of(value));
                case NEW_FILE -> beginFile();
                case FILE_TITLE -> title = decoded(value);
                case FILE_DATA -> data = value;
                case FILE_PROPERTIES -> properties = MapiProperties.of(value);
                default -> {
                    // of no interest to a reader
                }
            }
        }

        private void body(MapiProperties message) {
            message.text(PROPERTY_BODY, charset).ifPresent(body -> text = body);
            Charset written = message.number(PROPERTY_HTML_CODE_PAGE)
                    .map(CodePages::charset)
                    .orElse(charset);
            message.bytes(PROPERTY_HTML)
                    .map(body -> Decoded.of(body, written.name()).text().replace("\0", ""))
                    .ifPresent(body -> html = body);
            if (html.isBlank()) {
                message.bytes(PROPERTY_RTF).ifPresent(this::rtf);
            }
        }

        private void rtf(Slice compressed) {
            RichText rich = RichText.of(CompressedRtf.text(compressed));
            if (rich.isHtml()) {
                html = rich.text();
            } else if (text.isBlank()) {
                text = rich.text();
            }
        }

        private void beginFile() {
            endFile();
            inFile = true;
        }

        private void endFile() {
            MapiProperties known = properties == null ? new MapiProperties() : properties;
            Slice bytes = data != null ? data : embedded(known);
            if (inFile && files.size() < MOST_FILES && (!bytes.isEmpty() || !title.isEmpty())) {
                String type = Winmail.isOne(bytes) ? "application/ms-tnef" : "application/octet-stream";
                files.add(new Wrapped(
                        name(known),
                        known.text(PROPERTY_TYPE, charset)
                                .map(declared -> declared.toLowerCase(Locale.ROOT))
                                .filter(declared -> declared.contains("/"))
                                .orElse(type),
                        bytes,
                        known.text(PROPERTY_CONTENT_ID, charset).orElse("")));
            }
            title = "";
            data = null;
            properties = null;
        }

        private String name(MapiProperties known) {
            return Optional.<String>empty()
                    .or(() -> known.text(PROPERTY_LONG_NAME, charset).filter(name -> !name.isBlank()))
                    .or(() -> Optional.of(title).filter(name -> !name.isBlank()))
                    .or(() -> known.text(PROPERTY_NAME, charset).filter(name -> !name.isBlank()))
                    .or(() -> known.text(PROPERTY_SHOWN_NAME, charset))
                    .orElse("");
        }

        /** A message within is kept as an object: the identifier of its kind, then a winmail.dat of its own. */
        private static Slice embedded(MapiProperties known) {
            Slice object = known.bytes(PROPERTY_DATA).orElse(Slice.EMPTY);
            boolean winmail = object.length() > EMBEDDED_ID && isOne(object.part(EMBEDDED_ID, object.length()));
            return winmail ? object.part(EMBEDDED_ID, object.length()) : object;
        }

        private String decoded(Slice value) {
            return Decoded.of(value, charset.name()).text().replace("\0", "");
        }
    }
}
