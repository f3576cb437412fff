/**
 * What Camunda's web applications are told about our login, as plugins of each of them.
 */
@NullMarked
package org.mailroom.access.webapps;

import org.jspecify.annotations.NullMarked;
