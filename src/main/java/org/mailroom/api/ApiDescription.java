package org.mailroom.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a program can read about this interface, at {@code /api/openapi}. Each call says what is its own; here is the rest. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Mailroom")
                        .version("1")
                        .description(
                                "Hand in mail, have a mail read, look at the log of received mail. Instants are in UTC, "
                                        + "errors are problem details (RFC 9457)."))
                .components(new Components()
                        .addSecuritySchemes("token", scheme("bearer", "A token that an admin made, with its scopes"))
                        .addSecuritySchemes("login", scheme("basic", "A person, with the rights that he has"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("login"));
    }

    /** What every call may be answered with, and that everything that went wrong is said as a problem. */
    @Bean
    OperationCustomizer refusals() {
        return (operation, method) -> {
            refusals(operation.getResponses());
            return operation;
        };
    }

    private static void refusals(ApiResponses answers) {
        answers.addApiResponse("401", new ApiResponse().description("No token and no login, or one that is not known"));
        answers.addApiResponse("403", new ApiResponse().description("The token lacks the scope, the person the right"));
        answers.addApiResponse(
                "503", new ApiResponse().description("Nothing was done; come again after `Retry-After` seconds"));
        answers.forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                answer.content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
            }
        });
    }

    private static SecurityScheme scheme(String name, String description) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name).description(description);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What is wrong, a sentence for people"))
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "field", new StringSchema().description("The part of the request that is at fault, if one is"));
    }
}
