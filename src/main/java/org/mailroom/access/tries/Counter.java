package org.mailroom.access.tries;

/** What tries are counted for, such as a person at an address. */
record Counter(Kind kind, String tried) {}
