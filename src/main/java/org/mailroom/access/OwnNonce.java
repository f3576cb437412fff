package org.mailroom.access;

import static org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the nonce of a page's content security policy for that page. The web applications leave it where all requests find
 * it, between writing the header and writing the page; whatever request comes in between puts another one there, the
 * browser then runs no script of the page, and the page stays empty.
 */
class OwnNonce extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletContext own = (ServletContext) Proxy.newProxyInstance(
                OwnNonce.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                new Kept(request.getServletContext()));
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return own;
                    }
                },
                response);
    }

    /** What all requests share, but for the nonce. */
    private static final class Kept implements InvocationHandler {

        private final ServletContext shared;
        private @Nullable Object nonce;

        Kept(ServletContext shared) {
            this.shared = shared;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (arguments == null || !ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
                return ofAll(method, arguments);
            }
            if (method.getName().equals("setAttribute")) {
                nonce = arguments[1];
            }
            return nonce;
        }

        private @Nullable Object ofAll(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(shared, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
