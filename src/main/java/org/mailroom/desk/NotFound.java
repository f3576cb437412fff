package org.mailroom.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.mailroom.cases.NoSuchCase;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Says that there is no such case; the same for a case that the agent may not see. */
@ControllerAdvice(basePackageClasses = NotFound.class)
class NotFound {

    /** Whoever has just forwarded a case to an inbox that is not his is told that instead. */
    @ExceptionHandler(NoSuchCase.class)
    ModelAndView noSuchCase(HttpServletRequest request) {
        Map<String, ?> brought = RequestContextUtils.getInputFlashMap(request);
        return brought != null && brought.containsKey(Verbs.DONE)
                ? new ModelAndView("case-left", brought)
                : new ModelAndView("no-such-case", HttpStatus.NOT_FOUND);
    }
}
