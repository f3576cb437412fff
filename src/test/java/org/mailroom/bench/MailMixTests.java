package org.mailroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.bench.MailMix.Mixed;

class MailMixTests {

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(MailMix.of(40, 1)).usingRecursiveComparison().isEqualTo(MailMix.of(40, 1));
        assertThat(MailMix.of(40, 2).get(0)).isNotEqualTo(MailMix.of(40, 1).get(0));
    }

    @Test
    void aTenthAnswersAnEarlierMailOfTheSameCustomer() {
        List<Mixed> mails = MailMix.mixed(200, 1);
        Set<String> earlier = new HashSet<>();
        int answers = 0;
        for (Mixed mail : mails) {
            if (mail.answered() != null) {
                answers++;
                assertThat(earlier).contains(mail.answered() + " " + mail.sender(), mail.first() + " " + mail.sender());
            }
            earlier.add(mail.messageId() + " " + mail.sender());
        }
        assertThat(answers).isEqualTo(20);
    }
}
