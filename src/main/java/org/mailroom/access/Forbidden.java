package org.mailroom.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Answers 403 to a program that is known and may not do this. */
class Forbidden implements AccessDeniedHandler {

    private final AccessDeniedHandler token = new BearerTokenAccessDeniedHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        token.handle(request, response, denied);
        Refusal.write(
                response,
                HttpStatus.FORBIDDEN,
                denied instanceof CsrfException
                        ? "The CSRF token of the session is missing or wrong."
                        : "The token lacks the scope of this call, or the person lacks the right.");
    }
}
