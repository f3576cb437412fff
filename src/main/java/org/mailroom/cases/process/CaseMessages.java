package org.mailroom.cases.process;

import org.mailroom.engine.MessageNames;
import org.mailroom.engine.ProcessNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the engine room which messages a case can be sent, and which names in its model code depends on. */
@Configuration(proxyBeanMethods = false)
class CaseMessages {

    @Bean
    MessageNames caseMessageNames() {
        return new MessageNames(CaseModel.MESSAGES);
    }

    @Bean
    ProcessNames caseProcessNames() {
        return new ProcessNames(
                CaseModel.KEY,
                CaseModel.VITAL,
                CaseModel.USEFUL,
                CaseModel.ESCALATION_DUE,
                CaseModel.OUTCOMES,
                CaseModel.VARIABLES,
                CaseModel.INBOX);
    }
}
