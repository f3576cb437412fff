package org.mailroom.access;

import jakarta.servlet.http.HttpServletRequest;
import org.mailroom.engine.accounts.PasswordWrong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Notes at a request that the engine was shown a wrong password in it: the engine's answer does not tell that from other faults. */
@Component
class WrongOwnPassword {

    private static final String MARK = WrongOwnPassword.class.getName();

    @EventListener
    void note(PasswordWrong wrong) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(MARK, wrong.person(), RequestAttributes.SCOPE_REQUEST);
        }
    }

    static boolean isIn(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
