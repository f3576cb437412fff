package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mailroom.intake.Eml;
import org.mailroom.message.Attachment;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

/** What holds for every mail there can be. */
class AnyMailTests {

    private static final List<String> CORPUS = MimeCorpusTests.names();

    @Property(tries = 1_000)
    void anyBytesAreRead(@ForAll byte[] bytes) {
        assertThat(read(bytes)).satisfies(AnyMailTests::isSound);
    }

    @Property(tries = 500)
    void noFileOfAMailThatKeepsTheRulesIsLost(@ForAll long seed) {
        RandomMail mail = new RandomMail(seed);
        Message message = read(mail.bytes());

        assertThat(message.attachments()).extracting(Attachment::content).containsAll(mail.files());
        assertThat(message).satisfies(AnyMailTests::isSound);
    }

    @Property(tries = 2_000)
    void aDamagedMailIsReadAllTheSame(@ForAll long seed) {
        byte[] mail = Eml.file(CORPUS.get((int) Math.floorMod(seed, (long) CORPUS.size())));

        assertThat(read(new Mutation(seed).of(mail))).satisfies(AnyMailTests::isSound);
    }

    @Property(tries = 500)
    void aDamagedMailOfRandomShapeIsReadAllTheSame(@ForAll long seed) {
        assertThat(read(new Mutation(seed).of(new RandomMail(seed).bytes()))).satisfies(AnyMailTests::isSound);
    }

    /** It can be stored and shown. */
    static void isSound(Message message) {
        assertThat(texts(message)).allSatisfy(text -> assertThat(text).doesNotContain("\0"));
        assertThat(message.newText().isBlank()).isEqualTo(message.text().isBlank());
        assertThat(message.subject()).doesNotContain("\n", "\r");
        assertThat(message.attachments()).allSatisfy(file -> {
            assertThat(file.name()).isNotBlank().doesNotContain("/", "\n");
            assertThat(file.path()).endsWith(file.name());
            assertThat(file.content().bytes()).hasSize(file.content().size());
        });
    }

    private static Stream<String> texts(Message message) {
        return Stream.concat(
                Stream.of(message.subject(), message.text(), message.newText(), String.valueOf(message.html()))
                        .filter(text -> !text.isEmpty()),
                message.attachments().stream()
                        .flatMap(file -> Stream.of(file.path(), file.type(), file.contentId() + "")));
    }

    private static Message read(byte[] mail) {
        return new MailReader()
                .read(new MessageId("any@example.org"), mail, address -> false)
                .message();
    }
}
