package org.mailroom.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test the {@link Chromium} as a parameter: one for all tests, which find it without the pages of those before. */
public final class InChromium implements ParameterResolver, AfterEachCallback {

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
    public void afterEach(ExtensionContext test) {
        Chromium opened = test.getRoot().getStore(Namespace.GLOBAL).get(Chromium.class, Chromium.class);
        if (opened != null) {
            opened.closePages();
        }
    }
}
