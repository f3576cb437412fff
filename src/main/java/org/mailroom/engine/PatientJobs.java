package org.mailroom.engine;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.mailroom.database.Hiccup;
import org.springframework.stereotype.Component;

/**
 * Has jobs wait where the database is in trouble, rather than count it as a failure of theirs: three of those make an incident
 * that a person has to end, and an hour with a full disk would make one of every case.
 */
@Component
class PatientJobs extends AbstractProcessEnginePlugin implements FailedJobCommandFactory {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(this);
    }

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return Hiccup.isBehind(failure) ? context -> putOff(job, context) : new DefaultJobRetryCmd(job, failure);
    }

    private static @Nullable Object putOff(String id, CommandContext context) {
        JobEntity job = context.getJobManager().findJobById(id);
        if (job != null) {
            job.unlock();
            job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(PAUSE)));
        }
        return null;
    }
}
