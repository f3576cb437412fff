package org.mailroom.intake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What speaks for a report on a delivery.
 *
 * @param formula whether a sentence of mail servers is in the text
 * @param opensWithFormula whether the text begins with one
 * @param phrase whether the text tells of failing at all
 */
record ReportSigns(HeaderSigns header, boolean formula, boolean opensWithFormula, boolean phrase) {

    static ReportSigns of(HeaderSigns header, ReportText text) {
        String said = text.all();
        return new ReportSigns(
                header,
                ReportWords.hasFormula(said),
                ReportWords.opensWithFormula(text.opening()),
                ReportWords.hasPhrase(said));
    }

    /**
     * The less the sender looks like a mail server, the more the words must.
     *
     * @param namesFailed asked last: whether the text names an address as one that failed
     */
    boolean isReport(BooleanSupplier namesFailed) {
        if (header.structured()) {
            return true;
        }
        boolean subject = header.subject();
        return switch (header.sender()) {
            case SURELY -> true;
            case PROBABLY -> subject || (formula && !header.passedOn());
            case UNRETURNABLE -> subject || (formula && namesFailed.getAsBoolean());
            case PROGRAM -> phrase && (subject || formula) && namesFailed.getAsBoolean();
            case UNLIKELY -> subject && opensWithFormula && namesFailed.getAsBoolean();
        };
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (header.structured()) {
            reasons.add("Delivery report: the mail has the form of one.");
        }
        switch (header.sender()) {
            case SURELY -> reasons.add("Delivery report: the sender is the program of a mail server.");
            case PROBABLY -> reasons.add("Delivery report: the sender is named like a mail server.");
            case UNRETURNABLE -> reasons.add("Delivery report: its Return-Path is empty.");
            case PROGRAM -> reasons.add("Delivery report: a program sent it, as Auto-Submitted or the address says.");
            case UNLIKELY -> {}
        }
        if (header.subject()) {
            reasons.add("Delivery report: the subject begins like that of one.");
        }
        if (formula) {
            reasons.add("Delivery report: the text has a sentence that mail servers write.");
        }
        return reasons;
    }
}
