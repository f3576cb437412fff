/** What the pages for admins have in common: how they read what was entered, and say what is wrong with it. */
@NullMarked
package org.mailroom.admin.forms;

import org.jspecify.annotations.NullMarked;
