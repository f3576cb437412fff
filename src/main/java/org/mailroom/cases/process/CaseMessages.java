package org.mailroom.cases.process;

import org.mailroom.engine.MessageNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the engine room which messages a case can be sent. */
@Configuration(proxyBeanMethods = false)
class CaseMessages {

    @Bean
    MessageNames caseMessageNames() {
        return new MessageNames(CaseModel.MESSAGES);
    }
}
