package org.mailroom.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.mailroom.database.TurnToMakeTables;
import org.springframework.stereotype.Component;

/** Lets nodes that start at once build their engine, which makes its tables, one after the other. */
@Component
class OneNodeMakesTables extends AbstractProcessEnginePlugin {

    private final DataSource database;
    private @Nullable TurnToMakeTables turn;

    OneNodeMakesTables(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        turn = TurnToMakeTables.await(database);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (turn != null) {
            turn.close();
        }
    }
}
