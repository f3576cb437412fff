package org.mailroom.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a call whose body is a mail. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        description = "The mail, byte for byte",
        content = @Content(mediaType = "message/rfc822", schema = @Schema(type = "string", format = "binary")))
@ApiResponse(responseCode = "400", description = "The body is empty")
@ApiResponse(responseCode = "413", description = "The mail is larger than `mailroom.mail.largest`")
@ApiResponse(responseCode = "415", description = "It was sent as a form; send it as message/rfc822")
@interface TakesMail {}
