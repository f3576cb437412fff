package org.mailroom.engine.shields;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.VisibleToModels;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class VisibleBeansTests {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(OurDelegate.class, Annotated.class, Hidden.class);
    private final VisibleBeans visible = new VisibleBeans(context);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void delegatesOfOursAreVisible() {
        assertThat(visible.get(nameOf(OurDelegate.class))).isInstanceOf(OurDelegate.class);
    }

    @Test
    void beansThatSaySoAreVisible() {
        assertThat(visible.get(nameOf(Annotated.class))).isInstanceOf(Annotated.class);
    }

    @Test
    void everyOtherBeanIsNot() {
        context.registerBean("strangeDelegate", JavaDelegate.class, () -> execution -> {});

        assertThat(visible.containsKey(nameOf(Hidden.class))).isFalse();
        assertThat(visible.get(nameOf(Hidden.class))).isNull();
        assertThat(visible.containsKey("environment")).isFalse();
        assertThat(visible.containsKey("nothing of this name")).isFalse();
        assertThat(visible).hasSize(2);
    }

    private String nameOf(Class<?> type) {
        return context.getBeanNamesForType(type)[0];
    }

    static class OurDelegate implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            throw new IllegalStateException("is not run");
        }
    }

    @VisibleToModels
    static class Annotated {}

    static class Hidden {}
}
