package org.mailroom.engine.accounts;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the engine our accounts, our hashing of passwords and our rules for them. Hashes of before go on working. */
@Component
class AccountRules extends AbstractProcessEnginePlugin implements SessionFactory {

    private final BcryptPasswords bcrypt;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<JdbcClient> jdbc;

    AccountRules(BcryptPasswords bcrypt, ApplicationEventPublisher events, ObjectProvider<JdbcClient> jdbc) {
        this.bcrypt = bcrypt;
        this.events = events;
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(bcrypt);
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new PasswordRules());
        engine.setIdentityProviderSessionFactory(this);
        List<CommandInterceptor> before = engine.getCustomPreCommandInterceptorsTxRequired();
        List<CommandInterceptor> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
        all.add(new WeakPasswords());
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }

    @Override
    public Class<?> getSessionType() {
        return WritableIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new Accounts(events, jdbc.getObject());
    }
}
