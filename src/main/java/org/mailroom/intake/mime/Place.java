package org.mailroom.intake.mime;

/**
 * Where in its mail a part stands.
 *
 * @param depth how many parts and attached mails are around it
 * @param defaultType what it is where it does not say so
 * @param attached whether all in it is a file, because what is around it is
 * @param first whether nothing stands before it
 * @param locations of the pictures around it
 */
record Place(int depth, Role role, String defaultType, boolean attached, boolean first, Locations locations) {

    /** What a part is to its neighbours. */
    enum Role {
        /** It has none: it is the whole mail. */
        WHOLE,
        /** It says what its neighbours say, or is what they belong to. */
        FORM,
        /** It belongs to its neighbour, as a picture to a page. */
        BESIDE,
        /** It stands for itself. */
        ITEM
    }

    /** @param depth how many parts and mails are around the mail */
    static Place whole(int depth) {
        return new Place(depth, Role.WHOLE, "text/plain", false, true, Locations.NONE);
    }

    /** Of a part within the multipart that stands here. */
    Place inside(Role role, String defaultType, boolean attached, boolean first, Locations around) {
        return new Place(depth + 1, role, defaultType, this.attached || attached, this.first && first, around);
    }

    /** Of a mail that was wrapped as a whole. */
    Place unwrapped() {
        return new Place(depth + 1, role, "text/plain", attached, first, locations);
    }
}
