package org.mailroom.intake.mime.wrapped;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mailroom.intake.mime.bytes.Slice;

/** The properties of a message or a file within winmail.dat (MS-OXTNEF, 2.1.3.4); named ones are passed over. */
final class MapiProperties {

    private static final int MOST = 4_096;
    private static final int SEVERAL = 0x1000;
    private static final int UNICODE = 0x1F;

    private record Property(int type, Slice value) {}

    private final Map<Integer, Property> byId = new HashMap<>();

    static MapiProperties of(Slice bytes) {
        MapiProperties properties = new MapiProperties();
        LittleEndian in = new LittleEndian(bytes);
        int count = Math.min(in.i32(), MOST);
        for (int number = 0; number < count && in.hasMore(); number++) {
            properties.read(in);
        }
        return properties;
    }

    Optional<Slice> bytes(int id) {
        return Optional.ofNullable(byId.get(id)).map(Property::value);
    }

    Optional<Integer> number(int id) {
        return bytes(id).map(value -> new LittleEndian(value).i32());
    }

    /** Without the NUL that ends it. */
    Optional<String> text(int id, Charset charset) {
        return Optional.ofNullable(byId.get(id)).map(property -> {
            Charset written = property.type() == UNICODE ? StandardCharsets.UTF_16LE : charset;
            return new String(property.value().bytes(), written).replace("\0", "");
        });
    }

    private void read(LittleEndian in) {
        int type = in.u16();
        int id = in.u16();
        if (id >= 0x8000) {
            skipName(in);
        }
        boolean several = (type & SEVERAL) != 0;
        int base = type & ~SEVERAL;
        int values = several || isVariable(base) ? Math.min(Math.max(in.i32(), 0), MOST) : 1;
        for (int number = 0; number < values && in.hasMore(); number++) {
            Slice value = isVariable(base) ? variable(in) : in.take(size(base));
            byId.putIfAbsent(id, new Property(base, value));
        }
    }

    private static void skipName(LittleEndian in) {
        in.skip(16);
        boolean numbered = in.i32() == 0;
        if (numbered) {
            in.skip(4);
        } else {
            variable(in);
        }
    }

    private static Slice variable(LittleEndian in) {
        int length = in.i32();
        Slice value = in.take(length);
        in.skip(length < 0 ? 0 : (4 - length % 4) % 4);
        return value;
    }

    private static boolean isVariable(int type) {
        return type == 0x0D || type == 0x1E || type == UNICODE || type == 0x102;
    }

    private static int size(int type) {
        return switch (type) {
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> 4;
        };
    }
}
