package org.mailroom.admin.escalation;

import java.util.Map;

/**
 * A level as the page shows it.
 *
 * @param errors what is wrong with it, by field
 * @param stranger whether its person is none of those who can be chosen, such as one who left the inbox
 * @param early whether it comes as soon as a case is opened, because its time is before that by the target of the inbox
 */
record ShownLevel(LevelForm typed, Map<String, String> errors, boolean stranger, boolean early) {}
