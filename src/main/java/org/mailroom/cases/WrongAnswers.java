package org.mailroom.cases;

import java.util.List;
import java.util.stream.Collectors;

/** A form that was not filled in as it asks, with all that is wrong. Nothing was changed. */
public class WrongAnswers extends CaseRefusal {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final List<WrongAnswer> wrong;

    /** @param wrong at least one */
    public WrongAnswers(List<WrongAnswer> wrong) {
        super(Reason.WRONG_ANSWERS, wrong.stream().map(WrongAnswer::label).collect(Collectors.joining(", ")));
        this.wrong = List.copyOf(wrong);
    }

    /** In the order of the form. */
    public List<WrongAnswer> wrong() {
        return wrong;
    }
}
