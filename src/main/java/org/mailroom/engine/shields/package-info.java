/**
 * Shields against what the engine leaves open: the first-run page, expressions from strangers, reflection, beans that are
 * not meant for models, code inside models.
 */
@NullMarked
package org.mailroom.engine.shields;

import org.jspecify.annotations.NullMarked;
