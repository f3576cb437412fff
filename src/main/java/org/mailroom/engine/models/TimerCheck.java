package org.mailroom.engine.models;

import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** A date, duration or cycle that is written out can be read by the engine, and a date is not in the past. */
class TimerCheck implements ProcessCheck {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** How the engine reads a time. */
    @SuppressWarnings("ImmutableEnumChecker") // the calendars have no state
    private enum Kind {
        DATE(new DueDateBusinessCalendar(), "a date such as 2030-01-31T08:00:00Z"),
        DURATION(new DurationBusinessCalendar(), "a duration such as PT8H or P2D"),
        CYCLE(new CycleBusinessCalendar(), "a cycle such as R3/PT10M");

        private final BusinessCalendar calendar;
        private final String example;

        Kind(BusinessCalendar calendar, String example) {
            this.calendar = calendar;
            this.example = example;
        }
    }

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return ModelExpression.descendants(model.getDocument().getRootElement()).flatMap(element -> Stream.of(
                        timer(element, known), due(element, known, "dueDate"), due(element, known, "followUpDate"))
                .flatMap(found -> found));
    }

    private static Stream<Finding> timer(DomElement element, KnownThings known) {
        String id = ModelExpression.nearestId(element);
        return switch (element.getLocalName()) {
            case "timeDate" -> findings(id, Kind.DATE, element.getTextContent(), known);
            case "timeDuration" -> findings(id, Kind.DURATION, element.getTextContent(), known);
            case "timeCycle" -> findings(id, Kind.CYCLE, element.getTextContent(), known);
            default -> Stream.empty();
        };
    }

    private static Stream<Finding> due(DomElement element, KnownThings known, String attribute) {
        String date = element.getAttribute(CAMUNDA, attribute);
        return date == null ? Stream.empty() : findings(ModelExpression.nearestId(element), Kind.DATE, date, known);
    }

    private static Stream<Finding> findings(String id, Kind kind, String text, KnownThings known) {
        String written = text.strip();
        if (written.contains("${") || written.contains("#{")) {
            return Stream.empty();
        }
        try {
            Date due = kind.calendar.resolveDuedate(written, Date.from(known.now()));
            return isPast(kind, due, known.now()) ? Stream.of(past(id, written)) : Stream.empty();
        } catch (ProcessEngineException | IllegalArgumentException unreadable) {
            return Stream.of(Finding.refusal(
                    id,
                    id + " has the time " + (written.isEmpty() ? "(empty)" : written) + ", which cannot be read; write "
                            + kind.example));
        }
    }

    private static boolean isPast(Kind kind, @Nullable Date due, Instant now) {
        return kind == Kind.DATE && due != null && due.toInstant().isBefore(now);
    }

    private static Finding past(String id, String written) {
        return Finding.warning(
                id,
                id + " has the time " + written + ", which is in the past, so it is due at once; write a later one");
    }
}
