/** The page on which analysts and admins see which models are active and what was refused. */
@NullMarked
package org.mailroom.admin.models;

import org.jspecify.annotations.NullMarked;
