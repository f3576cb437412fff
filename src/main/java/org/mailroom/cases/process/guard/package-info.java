/**
 * The one guard for verbs: the engine asks it before it obeys a command, whoever gave the command and by whatever way. Each
 * rule is a class; {@link Rules} holds their order.
 */
@NullMarked
package org.mailroom.cases.process.guard;

import org.jspecify.annotations.NullMarked;
