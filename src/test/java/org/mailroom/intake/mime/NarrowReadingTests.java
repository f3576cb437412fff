package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large mails in a JVM that has little memory, see {@code narrow} in the pom. */
@Tag("narrow")
class NarrowReadingTests {

    private static final long HALF_A_GIGABYTE = 512L * 1024 * 1024;

    static Stream<String> names() {
        return LargeMails.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void tenAtOnceFitIntoHalfAGigabyte(String name) throws Exception {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(HALF_A_GIGABYTE);
        assertThat(LargeMails.readAtOnce(LargeMails.all().get(name)))
                .hasSize(LargeMails.AT_ONCE)
                .allSatisfy(message -> assertThat(message.from().address()).isEqualTo("jane@example.org"));
    }
}
