package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.cases.process.guard.GuardedHouse.COLLEAGUE;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.cases.process.guard.EngineClient.Answer;
import org.mailroom.cases.process.guard.EngineClient.Way;

/** Whoever is refused at an interface of the engine reads the sentence of the page. */
class RefusalAnswerTests extends GuardedCase {

    @ParameterizedTest
    @EnumSource
    void whatAStepOfTheCaseRefusesIsAnsweredWithItsSentence(Way way) {
        EngineClient owner = as(way, OWNER);
        done(owner.post(task + "/complete", "{\"variables\":{\"outcome\":{\"value\":\"forward\"}}}"));
        String choose = "/task/" + play.task(number).getId();

        refused(
                409,
                "The case is in this inbox already.",
                () -> owner.post(choose + "/submit-form", forward("guarded")));
        refused(409, "There is no inbox nowhere.", () -> owner.post(choose + "/submit-form", forward("nowhere")));
        refused(409, "There is no inbox N O.", () -> owner.post(choose + "/submit-form", forward("N O")));
        done(owner.post(choose + "/submit-form", forward("guarded-other")));
        assertThat(play.column(number, "inbox_key")).isEqualTo("guarded-other");
    }

    @Test
    void theSentenceIsInTheLanguageOfThePerson() {
        Answer answer = as(Way.REST, COLLEAGUE).call("POST", task + "/unclaim", "{}", "Accept-Language", "de");

        assertThat(answer.body()).contains("In Bearbeitung bei Olga Owner. Es wurde nichts geändert.");
    }
}
