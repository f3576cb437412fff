package org.mailroom.intake;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.report.Bounce;

/**
 * What kind of mail it is, and how we know.
 *
 * @param answerable whether an automatic answer may go to the sender; of a kind that may not, never
 * @param reasons which rule decided and what it saw, a sentence each, never in the sender's words; none for an ordinary mail
 * @param bounce what a mail server says failed or is late; null for every other kind
 */
public record Judgement(Kind kind, boolean answerable, List<String> reasons, @Nullable Bounce bounce) {

    /** What follows from a kind of mail, all of it. */
    public enum Kind {
        /** A person writes to us. */
        NORMAL(Answer.ALLOWED, Counts.AS_REPLY, WithoutCase.OPENS_ONE),
        /** It went to many. */
        BULK(Answer.NEVER, Counts.AS_REPLY, WithoutCase.OPENS_ONE),
        /** Nobody reads what would be sent to the sender. */
        NO_REPLY(Answer.NEVER, Counts.AS_REPLY, WithoutCase.OPENS_ONE),
        /** Our own filter calls it spam. It may be wrong, so nothing is lost. */
        SPAM(Answer.NEVER, Counts.AS_REPLY, WithoutCase.OPENS_ONE),
        /** A program wrote it. */
        AUTO_REPLY(Answer.NEVER, Counts.AS_FILED, WithoutCase.OPENS_ONE),
        /** A mail of ours was delivered or read. */
        RECEIPT(Answer.NEVER, Counts.AS_FILED, WithoutCase.IS_IGNORED),
        /** A mail of ours is late. */
        DELAY_NOTICE(Answer.NEVER, Counts.AS_FILED, WithoutCase.IS_IGNORED),
        /** A mail of ours failed, or somebody complained about it. */
        BOUNCE(Answer.NEVER, Counts.AS_FILED, WithoutCase.IS_IGNORED),
        /** We sent it ourselves. It is looked at no further, whatever case it belongs to. */
        OWN(Answer.NEVER, Counts.AS_FILED, WithoutCase.IS_IGNORED);

        private final Answer answer;
        private final Counts counts;
        private final WithoutCase withoutCase;

        Kind(Answer answer, Counts counts, WithoutCase withoutCase) {
            this.answer = answer;
            this.counts = counts;
            this.withoutCase = withoutCase;
        }

        /** As it is kept and told to programs: {@code auto_reply}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it may get an automatic answer (RFC 3834). */
        boolean mayBeAnswered() {
            return answer == Answer.ALLOWED;
        }

        /** Whether it lies with its known case without counting as what the customer says. */
        boolean isOnlyFiled() {
            return counts == Counts.AS_FILED;
        }

        /** Whether it opens a case where it belongs to none. */
        boolean opensCase() {
            return withoutCase == WithoutCase.OPENS_ONE;
        }

        private enum Answer {
            ALLOWED,
            NEVER
        }

        private enum Counts {
            AS_REPLY,
            AS_FILED
        }

        private enum WithoutCase {
            OPENS_ONE,
            IS_IGNORED
        }
    }

    static final Judgement NORMAL = new Judgement(Kind.NORMAL, true, List.of(), null);

    public Judgement {
        answerable = answerable && kind.mayBeAnswered();
        reasons = List.copyOf(reasons);
    }

    static Judgement of(Kind kind, String... reasons) {
        return new Judgement(kind, kind.mayBeAnswered(), List.of(reasons), null);
    }

    /** A person writes to us and wants no automatic answer. */
    static Judgement unanswered(String reason) {
        return new Judgement(Kind.NORMAL, false, List.of(reason), null);
    }

    /** The reasons as one text. */
    String reason() {
        return String.join(" ", reasons);
    }
}
