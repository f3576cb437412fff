package org.mailroom.engine.accounts;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Adds the people of the first run. In the trial, and nowhere else, their passwords may be as short as they like. */
@Component
public class NewAccounts {

    private final ProcessEngineConfigurationImpl engine;
    private final boolean anyPassword;

    NewAccounts(ProcessEngine engine, @Value("${mailroom.passwords.any-at-first-run:false}") boolean anyPassword) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.anyPassword = anyPassword;
    }

    /** @throws IllegalArgumentException with a sentence for people if something of it is not good enough */
    public void add(User user) {
        try {
            engine.getCommandExecutorTxRequired().execute(new SaveUserCmd(user, anyPassword));
        } catch (BadUserRequestException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }
}
