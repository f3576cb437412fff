/** Models and forms: read from their folders, checked, deployed. */
@NullMarked
package org.mailroom.engine.models;

import org.jspecify.annotations.NullMarked;
