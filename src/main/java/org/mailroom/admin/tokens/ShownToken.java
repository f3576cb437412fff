package org.mailroom.admin.tokens;

import java.util.List;
import java.util.stream.Stream;
import org.mailroom.access.tokens.ApiToken;
import org.mailroom.access.tokens.Scope;

/**
 * A token as the page lists it.
 *
 * @param madeBy name of the admin
 * @param ended whether it is good for nothing any more
 */
record ShownToken(ApiToken token, String madeBy, boolean ended) {

    /** In the order of the form. */
    public List<Scope> scopes() {
        return Stream.of(Scope.values()).filter(token.scopes()::contains).toList();
    }
}
