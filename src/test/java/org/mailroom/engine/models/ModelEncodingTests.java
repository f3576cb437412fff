package org.mailroom.engine.models;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelEncodingTests {

    @Test
    void bytesThatAreNotInTheNamedEncodingAreNamedByTheirLine() {
        assertThat(ModelEncoding.problem("<?xml version='1.0' encoding='UTF-8'?>\n<a>\u00fc</a>".getBytes(ISO_8859_1)))
                .hasValue("the file says that it is in UTF-8, but line 2 is not; save it as UTF-8");
        assertThat(ModelEncoding.problem("<a>\u00fc</a>".getBytes(ISO_8859_1))).isPresent();
        assertThat(ModelEncoding.problem("<a>\u00fc</a>".getBytes(UTF_8))).isEmpty();
        assertThat(ModelEncoding.problem(
                        "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00fc</a>".getBytes(ISO_8859_1)))
                .isEmpty();
        assertThat(ModelEncoding.problem("<?xml version='1.0' encoding='UTF-16'?><a/>".getBytes(UTF_16)))
                .isEmpty();
    }

    @Test
    void anEncodingThatDoesNotExistIsNamed() {
        assertThat(ModelEncoding.problem("<?xml version='1.0' encoding='UTF8-x'?><a/>".getBytes(UTF_8)))
                .hasValue("the file names the encoding UTF8-x, which does not exist; save it as UTF-8");
    }
}
