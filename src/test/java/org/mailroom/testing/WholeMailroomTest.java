package org.mailroom.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on real parts, with everything at work: SMTP, IMAP, PostgreSQL, the job executor. All such
 * tests share one application, in a JVM of its own (see {@code whole} in the pom), so each has customers of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RealParts.class)
@ActiveProfiles("whole")
@Tag("whole")
public @interface WholeMailroomTest {}
