package org.mailroom.mailserver;

import org.jspecify.annotations.Nullable;

/** @param token the one that was got last; null where there is none */
record KnownLogin(Login login, @Nullable AccessToken token) {}
