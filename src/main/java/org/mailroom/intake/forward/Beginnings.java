package org.mailroom.intake.forward;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.intake.words.Label;

/** Looks for the first mail that begins in a text: by the line above it, by its header fields, by a line that names its author. */
final class Beginnings {

    private static final int MOST_LINES = 5_000;
    private static final int MOST_PREAMBLE = 4;
    private static final HeaderBlock NO_HEADER = new HeaderBlock(Map.of(), 0);

    private final Lines lines;

    private Beginnings(Lines lines) {
        this.lines = lines;
    }

    static Optional<Beginning> first(Lines lines) {
        Beginnings beginnings = new Beginnings(lines);
        int stop = Math.min(lines.count(), MOST_LINES);
        for (int at = lines.nextWords(0); at < stop; at = lines.nextWords(at + 1)) {
            Optional<Beginning> found = beginnings.at(at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Beginning> at(int at) {
        Separator separator = Separator.of(lines.get(at));
        return switch (separator) {
            case FORWARDED -> forwarded(at);
            case ORIGINAL ->
                header(separator, at, lines.nextWords(at + 1))
                        .or(() -> attribution(separator, at, lines.nextWords(at + 1)));
            case RULE -> header(separator, at, lines.nextWords(at + 1));
            case NONE, END -> header(Separator.NONE, at, at).or(() -> attribution(Separator.NONE, at, at));
        };
    }

    private Optional<Beginning> forwarded(int at) {
        int next = lines.nextWords(at + 1);
        return preamble(at, next)
                .or(() -> attribution(Separator.FORWARDED, at, next))
                .or(() -> Separator.isRuled(lines.get(at)) ? Optional.of(alone(at)) : Optional.empty());
    }

    /** Old Notes writes author and date without labels above the other fields. */
    private Optional<Beginning> preamble(int at, int next) {
        int line = next;
        StringBuilder preamble = new StringBuilder(lines.get(at).words());
        for (int count = 0; count < MOST_PREAMBLE && line < lines.count(); count++) {
            if (lines.get(line).label().isPresent()) {
                HeaderBlock header = HeaderBlock.at(lines, line);
                return header.count() < 2 ? Optional.empty() : Optional.of(with(header, at, preamble.toString()));
            }
            preamble.append(' ').append(lines.get(line).words());
            line = lines.nextWords(line + 1);
        }
        return Optional.empty();
    }

    private Beginning with(HeaderBlock header, int at, String preamble) {
        Optional<Correspondent> author = author(header.people(Label.FROM)).or(() -> author(preamble));
        return new Beginning(
                Separator.FORWARDED, at, header.end(), header, author.orElse(null), header.get(Label.DATE));
    }

    private Optional<Beginning> header(Separator separator, int start, int at) {
        if (at >= lines.count() || lines.get(at).label().isEmpty()) {
            return Optional.empty();
        }
        HeaderBlock header = HeaderBlock.at(lines, at);
        return author(header.people(Label.FROM))
                .filter(author -> header.isMail(2))
                .map(author -> new Beginning(separator, start, header.end(), header, author, header.get(Label.DATE)));
    }

    private Optional<Beginning> attribution(Separator separator, int start, int at) {
        return at >= lines.count()
                ? Optional.empty()
                : Attribution.at(lines, at)
                        .map(line -> new Beginning(separator, start, line.end(), NO_HEADER, line.from(), line.date()));
    }

    private Beginning alone(int at) {
        return new Beginning(
                Separator.FORWARDED,
                at,
                at + 1,
                NO_HEADER,
                author(lines.get(at).words()).orElse(null),
                "");
    }

    private static Optional<Correspondent> author(String words) {
        return author(Correspondents.in(words).stream()
                .filter(person -> !person.address().isEmpty())
                .map(person -> new Correspondent(person.address(), ""))
                .toList());
    }

    private static Optional<Correspondent> author(List<Correspondent> people) {
        return people.stream().findFirst();
    }
}
