package org.mailroom.inbox;

/**
 * What people quote: the prefix of an inbox's numbering series, a hyphen and a number, such as {@code SUP-1042}. It is
 * the business key of the case's process instance.
 */
public record CaseNumber(String value) {

    public CaseNumber {
        if (value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException("A case number has 1 to 40 characters: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
