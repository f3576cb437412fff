/**
 * The words by which mail is understood: what mail programs, mail servers and people write in fifty languages, in files
 * beside these classes that a person who speaks one of them can mend.
 *
 * <p>In: nothing. Out: lists and tables to look words up in. Does not belong here: what follows from a word.
 */
@NullMarked
package org.mailroom.intake.words;

import org.jspecify.annotations.NullMarked;
