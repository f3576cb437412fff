package org.mailroom.intake.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.bytes.Slice;

/** The character set that HTML names itself, in a {@code meta} element at its beginning. */
final class HtmlCharset {

    private static final int LOOKED_AT = 4_096;
    private static final Pattern META = Pattern.compile(
            "<meta\\b[^>]{0,300}?charset\\s{0,5}=[\"'\\s]{0,5}([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private HtmlCharset() {}

    /** Null where it names none. */
    static @Nullable String in(Slice html) {
        Matcher meta = META.matcher(html.first(LOOKED_AT).latin1());
        return meta.find() ? meta.group(1) : null;
    }
}
