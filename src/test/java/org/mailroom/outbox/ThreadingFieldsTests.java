package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.message.MessageId;

class ThreadingFieldsTests {

    @Test
    void theAnsweredMessageComesLast() {
        assertThat(references(ids("root@a", "second@a"), "answered@a"))
                .isEqualTo("<root@a>\r\n <second@a>\r\n <answered@a>");
    }

    @Test
    void anIdentifierStandsOnce() {
        assertThat(references(ids("root@a", "answered@a", "root@a"), "answered@a"))
                .isEqualTo("<root@a>\r\n <answered@a>");
    }

    @Test
    void aLongThreadKeepsItsRootAndItsNewest() {
        List<MessageId> thousand =
                IntStream.range(0, 1000).mapToObj(n -> new MessageId(n + "@a")).toList();

        assertThat(references(thousand, "answered@a").split("\r\n "))
                .hasSize(20)
                .startsWith("<0@a>", "<982@a>")
                .endsWith("<999@a>", "<answered@a>");
    }

    @Test
    void longIdentifiersDoNotMakeTheFieldEndless() {
        List<MessageId> many = IntStream.range(0, 30)
                .mapToObj(n -> new MessageId(n + "x".repeat(800) + "@a"))
                .toList();

        assertThat(references(many, "answered@a")).hasSizeLessThan(6_000).endsWith("<answered@a>");
    }

    @Test
    void anIdentifierThatWouldBreakTheHeaderIsLeftOut() {
        assertThat(references(ids("a@b>\r\nBcc: <c@d", "ümlaut@a", "x".repeat(5_000), "a b@c", "good@a"), "bad\n@a"))
                .isEqualTo("<good@a>");
    }

    @Test
    void withoutAnAnsweredMessageThereAreNone() {
        assertThat(ThreadingFields.references(List.of(), null)).isEmpty();
    }

    private static String references(List<MessageId> ancestors, String answered) {
        return ThreadingFields.references(ancestors, new MessageId(answered));
    }

    private static List<MessageId> ids(String... values) {
        return List.of(values).stream().map(MessageId::new).toList();
    }
}
