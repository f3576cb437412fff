/** The workers of the outbox: who sends which mail when, by which account, and who is told of it. */
@NullMarked
package org.mailroom.outbox.sending;

import org.jspecify.annotations.NullMarked;
