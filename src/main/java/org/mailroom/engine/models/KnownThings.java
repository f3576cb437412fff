package org.mailroom.engine.models;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.mailroom.engine.ProcessNames;

/**
 * What a model may name.
 *
 * @param beans by which name expressions reach them, with their classes
 * @param forms by id, those that are deployed with it or were before
 * @param decisions by id, those that are deployed with it or were before
 * @param processes ids of those that are deployed with it or were before
 * @param messages names that code sends
 * @param groups all groups; empty as long as no inbox is set up, because then they are not known yet
 * @param inboxes keys of all inboxes; empty as long as none is set up
 * @param names what code knows of the process of a case
 * @param now the time by which a date is in the past
 */
record KnownThings(
        Map<String, Class<?>> beans,
        Map<String, FormFile> forms,
        Map<String, KnownDecision> decisions,
        Set<String> processes,
        Set<String> messages,
        Set<String> groups,
        Set<String> inboxes,
        ProcessNames names,
        Instant now) {}
