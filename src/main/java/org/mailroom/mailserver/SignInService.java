package org.mailroom.mailserver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailroom.mailserver.Login.OAuth;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks a sign-in service for access tokens (RFC 6749, 4.4 and 6). */
@Component
class SignInService {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** What the service says of what it was asked for (RFC 6749, 5.2); Spring's own word for any other trouble is not one. */
    private static final List<String> REFUSALS = List.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    private final RestClientClientCredentialsTokenResponseClient inOwnName =
            new RestClientClientCredentialsTokenResponseClient();
    private final RestClientRefreshTokenTokenResponseClient forAPerson =
            new RestClientRefreshTokenTokenResponseClient();

    private final TokenEndpoint endpoints;

    SignInService(TokenEndpoint endpoints) {
        this.endpoints = endpoints;
        RestClient http = client();
        inOwnName.setRestClient(http);
        forAPerson.setRestClient(http);
    }

    /** @throws SignInRefused where it gives none */
    AccessToken token(OAuth login) {
        checkEndpoint(login);
        try {
            OAuth2AccessTokenResponse answer = login.refreshToken() == null
                    ? inOwnName.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(
                            registration(login, AuthorizationGrantType.CLIENT_CREDENTIALS)))
                    : forAPerson.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                            registration(login, AuthorizationGrantType.REFRESH_TOKEN),
                            expired(),
                            new OAuth2RefreshToken(login.refreshToken(), null)));
            return token(login, answer);
        } catch (OAuth2AuthorizationException refused) {
            throw refusal(login, refused);
        }
    }

    private void checkEndpoint(OAuth login) {
        try {
            endpoints.check(login.tokenEndpoint());
        } catch (IllegalArgumentException noEndpoint) {
            throw new SignInRefused(String.valueOf(noEndpoint.getMessage()), true, noEndpoint);
        }
    }

    private static AccessToken token(OAuth login, OAuth2AccessTokenResponse answer) {
        OAuth2RefreshToken next = answer.getRefreshToken();
        Instant until = answer.getAccessToken().getExpiresAt();
        return new AccessToken(
                answer.getAccessToken().getTokenValue(),
                until == null ? Instant.now() : until,
                next == null || login.refreshToken() == null ? null : next.getTokenValue());
    }

    private static SignInRefused refusal(OAuth login, OAuth2AuthorizationException refused) {
        OAuth2Error error = refused.getError();
        boolean forGood = REFUSALS.contains(error.getErrorCode());
        String words = forGood && error.getDescription() != null
                ? error.getErrorCode() + ": " + error.getDescription()
                : forGood ? error.getErrorCode() : innermost(refused);
        String what = login.refreshToken() != null && error.getErrorCode().equals("invalid_grant")
                ? "The permission to read the mail of " + login.username()
                        + " has ended (the refresh token is not accepted any more): sign in anew and enter the new one."
                : "The sign-in service gives no access token for " + login.username() + ".";
        return new SignInRefused(what + " It says: " + words, forGood, refused);
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static ClientRegistration registration(OAuth login, AuthorizationGrantType grant) {
        return ClientRegistration.withRegistrationId("mail")
                .authorizationGrantType(grant)
                .tokenUri(login.tokenEndpoint())
                .clientId(login.clientId())
                .clientSecret(login.clientSecret() == null ? "" : login.clientSecret())
                .clientAuthenticationMethod(
                        login.clientSecret() == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .scope(
                        login.scope().isBlank()
                                ? List.of()
                                : List.of(login.scope().strip().split("\\s+")))
                .build();
    }

    /** Only asked for by the library's types; nothing of it leaves. */
    private static OAuth2AccessToken expired() {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "none", Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    }

    /** A redirect is not followed: it would take the client's secrets to wherever it leads. */
    private static RestClient client() {
        ClientHttpRequestFactorySettings times = ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(LONGEST_WAIT)
                .withReadTimeout(LONGEST_WAIT)
                .withRedirects(Redirects.DONT_FOLLOW);
        return RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.detect().build(times))
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
