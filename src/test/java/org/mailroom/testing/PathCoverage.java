package org.mailroom.testing;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Measures which elements and flows of the model the tests of its paths take, and insists on nearly all. */
@TestConfiguration(proxyBeanMethods = false)
class PathCoverage {

    @Bean
    ProcessEngineCoverageProperties pathCoverage() {
        return ProcessEngineCoverageProperties.builder()
                .addInclusionPatternForTestClasses(".*CasePathTests")
                .handleTestMethodCoverage(false)
                .assertClassCoverageAtLeast(0.95)
                .build();
    }
}
