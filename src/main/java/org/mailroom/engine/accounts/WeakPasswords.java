package org.mailroom.engine.accounts;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Says which password would be good enough. The engine says only that one does not match its policy, with status 500. */
class WeakPasswords extends CommandInterceptor {

    private static final String ENGINE_SAYS = "Password does not match policy";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException refused) {
            if (command instanceof SaveUserCmd && ENGINE_SAYS.equals(refused.getMessage())) {
                throw new BadUserRequestException(PasswordRules.SENTENCE, refused);
            }
            throw refused;
        }
    }
}
