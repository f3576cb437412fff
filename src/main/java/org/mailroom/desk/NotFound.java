package org.mailroom.desk;

import org.mailroom.cases.NoSuchCase;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says that there is no such case; the same for a case that the agent may not see. */
@ControllerAdvice(basePackageClasses = NotFound.class)
class NotFound {

    @ExceptionHandler(NoSuchCase.class)
    ModelAndView noSuchCase() {
        return new ModelAndView("no-such-case", HttpStatus.NOT_FOUND);
    }
}
