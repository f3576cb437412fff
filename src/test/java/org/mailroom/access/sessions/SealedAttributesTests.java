package org.mailroom.access.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.SerializingConverter;

class SealedAttributesTests {

    private final SealedAttributes attributes = new SealedAttributes("a secret of sixteen characters");

    @Test
    void whatWasSealedIsThereAgain() {
        assertThat(attributes.open(attributes.seal("mailroom_abc"))).isEqualTo("mailroom_abc");
    }

    @Test
    void itCannotBeReadInTheDatabase() {
        assertThat(new String(attributes.seal("mailroom_abc"), StandardCharsets.ISO_8859_1))
                .doesNotContain("mailroom");
    }

    @Test
    void whatSomebodyElsePutIntoTheDatabaseIsNeverMadeIntoAnObject() {
        byte[] strange = new SerializingConverter().convert("an object of a stranger");

        assertThat(attributes.open(strange)).isNull();
        assertThat(new SealedAttributes("another secret of theirs").open(attributes.seal("ours")))
                .isNull();
    }

    @Test
    void aValueOfAClassThatIsNoMoreIsNothing() throws Exception {
        byte[] bytes = new SerializingConverter().convert(new Gone());
        String name = Gone.class.getName();
        String renamed = new String(bytes, StandardCharsets.ISO_8859_1).replace(name, name.replace("Gone", "None"));
        byte[] sealed = org.springframework.security.crypto.encrypt.Encryptors.stronger(
                        "a secret of sixteen characters",
                        java.util.HexFormat.of().formatHex("login session".getBytes(StandardCharsets.US_ASCII)))
                .encrypt(renamed.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(attributes.open(sealed)).isNull();
    }

    private static final class Gone implements java.io.Serializable {}
}
