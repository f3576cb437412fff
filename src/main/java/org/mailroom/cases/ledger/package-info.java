/** What is written down of a case: its row, its messages, its timeline. Tables only; no decisions. */
@NullMarked
package org.mailroom.cases.ledger;

import org.jspecify.annotations.NullMarked;
