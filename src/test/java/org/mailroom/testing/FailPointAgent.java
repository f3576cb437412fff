package org.mailroom.testing;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** Writes the death of its JVM into a method, before any class of Mailroom is loaded. */
final class FailPointAgent {

    private FailPointAgent() {}

    /** Called by the JVM. */
    public static void premain(String written, Instrumentation classes) {
        FailPoint point = FailPoint.of(written);
        Class<?> death = point.after() ? DieAfter.class : DieBefore.class;
        new AgentBuilder.Default()
                .type(named(point.type()))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(death).on(named(point.method()))))
                .installOn(classes);
    }

    static final class DieBefore {

        private DieBefore() {}

        @Advice.OnMethodEnter
        static void die() {
            Runtime.getRuntime().halt(137);
        }
    }

    static final class DieAfter {

        private DieAfter() {}

        @Advice.OnMethodExit
        static void die() {
            Runtime.getRuntime().halt(137);
        }
    }
}
