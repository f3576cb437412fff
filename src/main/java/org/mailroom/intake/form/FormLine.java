package org.mailroom.intake.form;

import java.util.List;

/**
 * A line of a form mail.
 *
 * @param text as it was written
 * @param fields the fields that its label is for; none where it has no label
 * @param isKnown whether the profile has the label; else the form has it of its own
 * @param value what stands behind the label
 * @param isDelimiter whether it ends a value
 */
record FormLine(String text, List<String> fields, boolean isKnown, String value, boolean isDelimiter) {

    static FormLine text(String text) {
        return new FormLine(text, List.of(), false, "", false);
    }

    static FormLine delimiter(String text) {
        return new FormLine(text, List.of(), false, "", true);
    }

    boolean isOwnLabel() {
        return !isKnown && !fields.isEmpty();
    }

    boolean isMessage() {
        return fields.contains("message");
    }
}
