package org.mailroom.engine.accounts;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's users, with our rules for whoever creates, changes or deletes one: over REST, in Camunda Admin or on our pages.
 * The engine's own lock-out is off: it is for good, and a stranger who knows a name can cause it.
 */
class Accounts extends DbIdentityServiceProvider {

    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Accounts(ApplicationEventPublisher events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    @Override
    public boolean checkPassword(String id, @Nullable String password) {
        UserEntity user = id.indexOf('\0') >= 0 ? null : findUserById(id);
        boolean right = user != null && password != null && matchPassword(password, user);
        if (!right) {
            events.publishEvent(new PasswordWrong(id));
        }
        return right;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        ProfileCheck.check(user);
        boolean known = ((UserEntity) user).getRevision() > 0;
        boolean newPassword = ((UserEntity) user).hasNewPassword();
        if (known) {
            checkOwnOrAdmin(user.getId());
        }
        IdentityOperationResult saved = super.saveUser(user);
        if (known && newPassword) {
            events.publishEvent(new PasswordChanged(user.getId()));
        }
        return saved;
    }

    @Override
    public IdentityOperationResult deleteUser(String id) {
        Authentication current = getCurrentAuthentication();
        if (current != null && Objects.equals(current.getUserId(), id)) {
            throw new BadUserRequestException("Nobody deletes themselves. Ask another admin.");
        }
        checkAdminsLeft(id);
        return super.deleteUser(id);
    }

    @Override
    public IdentityOperationResult deleteMembership(String person, String group) {
        if (People.ADMINS.equals(group)) {
            checkAdminsLeft(person);
        }
        return super.deleteMembership(person, group);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        if (People.ADMINS.equals(group)) {
            throw new BadUserRequestException("The group of the admins cannot be deleted.");
        }
        return super.deleteGroup(group);
    }

    private void checkOwnOrAdmin(String id) {
        Authentication current = getCurrentAuthentication();
        if (current != null
                && !Objects.equals(current.getUserId(), id)
                && !(current.getGroupIds() != null && current.getGroupIds().contains(People.ADMINS))) {
            throw new AuthorizationException(
                    "People change their own password and profile only; admins change those of all.");
        }
    }

    /** Of two admins who remove each other at the same time, the second waits and is refused. */
    private void checkAdminsLeft(String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.admins'))").query(row -> {});
        List<String> admins = jdbc.sql("select user_id_ from act_id_membership where group_id_ = :admins")
                .param("admins", People.ADMINS)
                .query(String.class)
                .list();
        if (admins.equals(List.of(id))) {
            throw new BadUserRequestException("This is the last admin. Make somebody else an admin first.");
        }
    }
}
