package org.mailroom.engine.models;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/** Reads a history time to live as the engine does. */
final class TimeToLive {

    private TimeToLive() {}

    static boolean isReadable(String written) {
        try {
            ParseUtil.parseHistoryTimeToLive(written);
            return true;
        } catch (ProcessEngineException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
