package org.mailroom.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** A {@link MailroomTest} that asks for pages without a browser, of cases that are really played. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MailroomTest
@Import(CasePlay.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
public @interface PageTest {}
