/** Reads the forms of user tasks: what they ask, what they offer, whether an answer fits, and how it is said in words. */
@NullMarked
package org.mailroom.cases.process.form;

import org.jspecify.annotations.NullMarked;
