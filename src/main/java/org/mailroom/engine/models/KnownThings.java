package org.mailroom.engine.models;

import java.util.Set;

/**
 * What a model may name.
 *
 * @param beans by which name expressions reach them
 * @param forms ids of the forms that are deployed with it or were before
 * @param messages names that code sends
 */
record KnownThings(Set<String> beans, Set<String> forms, Set<String> messages) {}
