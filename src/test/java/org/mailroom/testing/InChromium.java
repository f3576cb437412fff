package org.mailroom.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Hands a test the {@link Chromium} as a parameter: one for all tests, which find it without the pages of those before. A test
 * that fails says what was done in it.
 */
public final class InChromium implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Chromium.class, type -> new Chromium(), Chromium.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failed) throws Throwable {
        Chromium opened = opened(test);
        if (opened == null || failed instanceof TestAbortedException) {
            throw failed;
        }
        String name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        String reason = String.valueOf(failed.getMessage()).replaceAll("\\s+", " ");
        throw new AssertionError(reason + " In the browser: " + opened.tell(name), failed);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Chromium opened = opened(test);
        if (opened != null) {
            opened.closePages();
        }
    }

    private static @Nullable Chromium opened(ExtensionContext test) {
        return test.getRoot().getStore(Namespace.GLOBAL).get(Chromium.class, Chromium.class);
    }
}
