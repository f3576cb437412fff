package org.mailroom.intake.threading;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailroom.cases.KnownCases;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.SignedReferences;

/**
 * It carries a case number under our short signature: in an address that it went to, in its text, as what it quotes ends
 * with our reference, or in its subject. Nobody can have made that up, so it counts from whoever writes.
 */
final class SignedReference implements Rule {

    private final SignedReferences references;
    private final KnownCases cases;
    private final Function<Clues, Stream<String>> place;
    private final String evidence;

    private SignedReference(
            SignedReferences references, KnownCases cases, Function<Clues, Stream<String>> place, String evidence) {
        this.references = references;
        this.cases = cases;
        this.place = place;
        this.evidence = evidence;
    }

    static Rule inAddress(SignedReferences references, KnownCases cases) {
        return new SignedReference(
                references, cases, SignedReference::details, "It was sent to an address with the signed number %s.");
    }

    static Rule inText(SignedReferences references, KnownCases cases) {
        return new SignedReference(
                references, cases, clues -> Stream.of(clues.message().text()), "Its text has the signed number %s.");
    }

    static Rule inSubject(SignedReferences references, KnownCases cases) {
        return new SignedReference(
                references,
                cases,
                clues -> Stream.of(clues.message().subject()),
                "Its subject has the signed number %s.");
    }

    @Override
    public Optional<Found> find(Clues clues) {
        return place.apply(clues)
                .flatMap(references::in)
                .map(CaseNumber::new)
                .filter(cases::exists)
                .findFirst()
                .map(number -> new Found(number, evidence.formatted(number)));
    }

    /** What stands behind a plus before the @ (RFC 5233). */
    private static Stream<String> details(Clues clues) {
        return clues.recipients().stream().map(EmailAddress::detail).flatMap(Optional::stream);
    }
}
