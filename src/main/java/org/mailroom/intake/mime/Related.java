package org.mailroom.intake.mime;

import java.util.List;
import org.mailroom.intake.mime.Place.Role;

/** The parts of one multipart, and what each is to the others (RFC 2046, 5.1; RFC 2387). */
final class Related {

    private final Place place;
    private final Entity multipart;
    private final String type;
    private final List<Entity> parts;
    private final int root;
    private final Locations locations;

    Related(Place place, Entity multipart, String type, List<Entity> parts) {
        this.place = place;
        this.multipart = multipart;
        this.type = type;
        this.parts = parts;
        this.root = root();
        this.locations = isRelated() ? Locations.of(parts, parts.get(root)) : place.locations();
    }

    Place placeOf(int number) {
        String defaultType = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
        return place.inside(role(number), defaultType, multipart.isAttached(), number == root, locations);
    }

    private Role role(int number) {
        if (isRelated()) {
            return number == root ? Role.FORM : Role.BESIDE;
        }
        return type.equals("multipart/alternative") ? Role.FORM : Role.ITEM;
    }

    private boolean isRelated() {
        return type.equals("multipart/related");
    }

    /** The part that the parameter {@code start} names, otherwise the first. */
    private int root() {
        String start = isRelated() ? multipart.type().get("start").orElse("").replaceAll("[<>\\s]", "") : "";
        for (int number = 0; number < parts.size() && !start.isEmpty(); number++) {
            if (parts.get(number).contentId().filter(start::equals).isPresent()) {
                return number;
            }
        }
        return 0;
    }
}
