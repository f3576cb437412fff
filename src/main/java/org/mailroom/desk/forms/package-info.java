/** What agents enter on the page of a case: as it was typed, what is wrong with it, and what it means. */
@NullMarked
package org.mailroom.desk.forms;

import org.jspecify.annotations.NullMarked;
