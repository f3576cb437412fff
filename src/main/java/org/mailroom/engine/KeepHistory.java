package org.mailroom.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Has the engine write down what {@link KeptHistory} keeps. In its tables that is the level "full" as before. */
@Component
class KeepHistory extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(
                List.of(new KeptHistory())); // of two levels of one name the engine takes the last
    }
}
