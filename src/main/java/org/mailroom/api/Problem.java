package org.mailroom.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as problem details (RFC 9457). */
final class Problem {

    private Problem() {}

    static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** @param field the part of the request that is at fault */
    static ErrorResponseException of(HttpStatus status, String detail, String field) {
        ErrorResponseException problem = of(status, detail);
        problem.getBody().setProperty("field", field);
        return problem;
    }
}
