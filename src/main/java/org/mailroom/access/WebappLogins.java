package org.mailroom.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Tells the engine's web applications who is logged in, with the groups and rights that he has now, where they look for it:
 * in the session. There it stands for the request only. Kept in the session itself it would be written into the database
 * with every request, and be out of date with the next.
 */
class WebappLogins extends HttpFilter {

    private static final String LOGIN = "authenticatedUser";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new WithLogin(request), response);
    }

    private static final class WithLogin extends HttpServletRequestWrapper {

        private @Nullable Object login;

        WithLogin(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return shown(super.getSession());
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            HttpSession session = super.getSession(create);
            return session == null ? null : shown(session);
        }

        private HttpSession shown(HttpSession session) {
            return (HttpSession) Proxy.newProxyInstance(
                    WebappLogins.class.getClassLoader(),
                    new Class<?>[] {HttpSession.class},
                    (proxy, method, arguments) -> call(session, method, arguments));
        }

        private @Nullable Object call(HttpSession session, Method method, Object @Nullable [] arguments)
                throws Throwable {
            if (arguments == null || !LOGIN.equals(arguments[0])) {
                return ofSession(session, method, arguments);
            }
            if (method.getName().equals("setAttribute")) {
                login = arguments[1];
            } else if (login == null) {
                login = now();
            }
            return login;
        }

        private Authentications now() {
            Authentications logins = new Authentications();
            Principal person = getUserPrincipal();
            UserAuthentication found = person == null
                    ? null
                    : AuthenticationUtil.createAuthentication(ProcessEngines.NAME_DEFAULT, person.getName());
            if (found != null) {
                logins.addOrReplace(found);
            }
            return logins;
        }

        private static @Nullable Object ofSession(HttpSession session, Method method, Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(session, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
