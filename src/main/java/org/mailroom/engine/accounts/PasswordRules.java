package org.mailroom.engine.accounts;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/** Which passwords are good enough. Camunda Admin shows these rules by itself. */
class PasswordRules implements PasswordPolicy {

    static final int SHORTEST = 10;

    /** For whoever chose a password that is not. */
    static final String SENTENCE = "A password has at least " + SHORTEST
            + " characters and does not contain the user id, a part of the name or the e-mail address.";

    private final List<PasswordPolicyRule> rules =
            List.of(new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }
}
