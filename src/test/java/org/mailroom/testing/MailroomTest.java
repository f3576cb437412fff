package org.mailroom.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.intake.TestReception;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on real parts, with everything that acts by itself switched off: no pickup, no sending,
 * no job executor. The test says when each of them takes a step. All such tests share one application and one database,
 * so each uses addresses and subjects of its own. A second application in the same JVM would take the engine's web
 * applications away from this one: tests that need another go into a JVM of their own, see {@code whole} in the pom.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RealParts.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({CasePlay.class, TestReception.class, PathCoverage.Measured.class, SessionsOfMockMvc.class})
@ActiveProfiles("test")
@ExtendWith(ForgottenMail.class)
public @interface MailroomTest {}
