/** What pages say, in the language of the person who looks. */
@NullMarked
package org.mailroom.desk.words;

import org.jspecify.annotations.NullMarked;
