package org.mailroom.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean that expressions in models may name, such as {@code ${escalation.due(execution)}}. Delegates and listeners of
 * ours are visible without it; every other bean is invisible to models, so that a model cannot reach the database, the
 * settings or another room.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface VisibleToModels {}
