package org.mailroom.engine.shields;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Gives a refusal of ours to whoever asked. The engine wraps one that comes up inside a query as if it had failed itself,
 * and REST would answer 500 and hide the reason.
 */
class BadRequests extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failed) {
            throw failed.getCause() instanceof BadUserRequestException refused ? refused : failed;
        }
    }
}
