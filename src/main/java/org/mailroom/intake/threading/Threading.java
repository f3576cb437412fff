package org.mailroom.intake.threading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.KnownCases;
import org.mailroom.cases.KnownCases.OpenCase;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.intake.forward.SubjectLine;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.report.Bounce;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.message.SignedReferences;
import org.springframework.stereotype.Component;

/** All rules by which a mail finds its case, in their order; the first that applies decides. */
@Component
public class Threading {

    private final List<Rule> inOrder;
    private final NumberInSubject numberInSubject;
    private final WrongSignatures wrongSignatures;
    private final KnownCases cases;

    Threading(
            SignedMessageIds signedIds,
            SignedReferences references,
            WrongSignatures wrongSignatures,
            KnownCases cases) {
        this.wrongSignatures = wrongSignatures;
        this.cases = cases;
        this.numberInSubject = new NumberInSubject(cases);
        this.inOrder = List.of(
                new SignedNumber(signedIds, cases),
                SignedReference.inAddress(references, cases),
                new KnownMessage(cases),
                SignedReference.inText(references, cases),
                SignedReference.inSubject(references, cases),
                numberInSubject,
                new SharedAncestor(cases),
                new SharedConversation(cases),
                new LateOriginal(cases));
    }

    /** @param bounce what a report says failed; null where the mail is none */
    public Optional<Found> caseOf(ReadMail mail, @Nullable Bounce bounce) {
        Clues clues = Clues.of(mail, bounce);
        wrongSignatures.count(clues);
        return inOrder.stream()
                .map(rule -> rule.find(clues))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * A case that the mail may belong to, for a person to decide: its subject names it, or it is a recent one of the same
     * sender about the same.
     */
    public Optional<CaseNumber> mayBelongTo(ReadMail mail) {
        Clues clues = Clues.of(mail, null);
        return Stream.concat(numberInSubject.named(clues), aboutTheSame(clues)).findFirst();
    }

    private Stream<CaseNumber> aboutTheSame(Clues clues) {
        SubjectLine subject = SubjectLine.of(clues.message().subject());
        return subject.base().isEmpty()
                ? Stream.empty()
                : cases.recentOf(clues.message().requester()).stream()
                        .filter(open -> SubjectLine.of(open.subject()).isSameAs(subject))
                        .map(OpenCase::number);
    }
}
