package org.mailroom.engine.shields;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/**
 * Refuses to store a filter whose expressions {@link QueryGuard} would not evaluate, admins' filters too: whoever made it
 * learns it now and not when somebody else opens Tasklist.
 */
class GuardedFilters extends FilterManager {

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        AbstractQuery<?, ?> query = ((FilterEntity) filter).getQuery();
        check(query);
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(GuardedFilters::check);
        }
        return super.insertOrUpdateFilter(filter);
    }

    private static void check(AbstractQuery<?, ?> query) {
        query.getExpressions().values().forEach(QueryExpressions::check);
    }

    /** Puts the guarded manager in the place of the engine's own. */
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FilterManager.class;
        }

        @Override
        public Session openSession() {
            return new GuardedFilters();
        }
    }
}
