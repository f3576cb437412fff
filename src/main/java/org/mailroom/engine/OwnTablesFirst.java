package org.mailroom.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Makes the engine wait until our own tables are there: it would make its tables in the same schema, and Flyway starts only
 * in an empty one.
 */
@Component
@DependsOnDatabaseInitialization
class OwnTablesFirst extends AbstractProcessEnginePlugin {}
