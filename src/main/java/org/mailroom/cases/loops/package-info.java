/** Keeps machines from answering each other for ever: whether an automatic mail may go to a customer, a rule a class. */
@NullMarked
package org.mailroom.cases.loops;

import org.jspecify.annotations.NullMarked;
