package org.mailroom.intake.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.report.DeliveryReport.Outcome;

/** What a report for machines says about one recipient (RFC 3464, 2.3). */
record RecipientFields(Map<String, String> fields) {

    /** As we wrote it rather than as the server rewrote it; empty where the report only names a file or a program. */
    Optional<String> address() {
        return Stream.of("original-recipient", "final-recipient", "x-actual-recipient")
                .map(name -> fields.getOrDefault(name, ""))
                .flatMap(value -> WrittenAddress.inField(value).stream())
                .findFirst();
    }

    /** Some servers write a comment behind the word, or words of their own; without any the code tells. */
    Outcome outcome() {
        String action = fields.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        if (action.startsWith("delay") || action.startsWith("defer")) {
            return Outcome.DELAYED;
        }
        boolean fine = action.startsWith("deliver") || action.startsWith("relay") || action.startsWith("expand");
        boolean fineCode = action.isEmpty() && fields.getOrDefault("status", "").startsWith("2.");
        return fine || fineCode ? Outcome.DELIVERED : Outcome.FAILED;
    }

    /** The other server's own words are closer to the truth than a status that says no more than "failed". */
    Optional<StatusCode> status() {
        Optional<StatusCode> status = StatusCode.inField(fields.getOrDefault("status", ""));
        if (status.isPresent() && !status.get().isGeneric()) {
            return status;
        }
        String diagnostic = fields.getOrDefault("diagnostic-code", "");
        Optional<StatusCode> told = status.isPresent() ? coded(diagnostic) : StatusCode.in(diagnostic);
        return told.or(() -> withoutCode(diagnostic)).or(() -> status);
    }

    /** Of an address that does not exist no other server gives a code; Google says 4.0.0 where it found no such domain. */
    private Optional<StatusCode> withoutCode(String diagnostic) {
        return outcome() == Outcome.FAILED
                ? StatusCode.worded(diagnostic).filter(StatusCode::isOfAddress)
                : Optional.empty();
    }

    private static Optional<StatusCode> coded(String diagnostic) {
        return StatusCode.written(diagnostic).or(() -> StatusCode.inField(diagnostic));
    }
}
