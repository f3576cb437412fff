/**
 * What mail servers say became of a mail of ours: it failed, it is late, it was delivered, or somebody complained about it
 * (RFC 3461 to 3464, 5965, 6533), also where they say it in words alone.
 *
 * <p>In: a mail, read. Out: {@link org.mailroom.intake.report.DeliveryReport}, or nothing where a person wrote it. Does not
 * belong here: what follows from a report.
 *
 * <p>Structure comes before words: the part for machines, then header fields, then the shape of lines, then phrases. A
 * person who writes about a bounce is told from a mail server by what a person does not have: the name of a daemon, an empty
 * return path, the form of a report.
 */
@NullMarked
@NamedInterface("report")
package org.mailroom.intake.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
