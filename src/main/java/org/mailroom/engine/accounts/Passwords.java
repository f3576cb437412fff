package org.mailroom.engine.accounts;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whether a password is right. That is slow on purpose, so one that was right is remembered for some minutes in this
 * node's memory: programs that send their password with each request would be slow, too.
 */
@Component
public class Passwords {

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl configuration;
    private final BcryptPasswords bcrypt;
    private final RightPasswords known = new RightPasswords();
    private final String hashOfNobody;

    Passwords(IdentityService identities, ProcessEngine engine, BcryptPasswords bcrypt) {
        this.identities = identities;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.bcrypt = bcrypt;
        this.hashOfNobody = bcrypt.encrypt("nobody");
    }

    /** Whether this password was right a moment ago, and the person has no other one since. */
    public boolean isRemembered(String id, String password) {
        String stored = stored(id);
        return stored != null && known.contains(id, password, stored);
    }

    /** Takes as long for somebody who does not exist. A hash of an older kind is replaced if the password is right. */
    public boolean isRight(String id, String password) {
        String stored = stored(id);
        if (stored == null) {
            bcrypt.check(password, hashOfNobody);
            return false;
        }
        if (!identities.checkPassword(id, password)) {
            return false;
        }
        if (bcrypt.isOutdated(stored)) {
            replace(id, password, stored);
        } else {
            known.add(id, password, stored);
        }
        return true;
    }

    private @Nullable String stored(String id) {
        User user = identities.createUserQuery().userId(id).singleResult();
        return user == null ? null : user.getPassword();
    }

    /** Not as a change by a person: the rules for new passwords do not apply, and nobody is logged out. */
    private void replace(String id, String password, String outdated) {
        try {
            configuration.getCommandExecutorTxRequired().execute(context -> {
                UserEntity user =
                        (UserEntity) context.getReadOnlyIdentityProvider().findUserById(id);
                if (user != null && outdated.equals(user.getPassword())) {
                    user.setPassword(password);
                    user.encryptPassword();
                }
                return null;
            });
        } catch (OptimisticLockingException meanwhile) {
            // Another login of the same person, or a change of the password, came first.
        }
    }
}
