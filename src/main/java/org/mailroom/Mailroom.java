package org.mailroom;

import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.message.SignedReferences;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Mailroom: mail comes in by the front door, becomes or joins a case, and answers leave by the back door. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Mailroom {

    public static void main(String[] args) {
        SpringApplication.run(Mailroom.class, args);
    }

    /** Signs what leaves, with the secret that all nodes share. */
    @Bean
    Seal seal(@Value("${mailroom.secret}") String secret, @Value("${mailroom.former-secret:}") String former) {
        return new Seal(secret, former);
    }

    @Bean
    SignedMessageIds signedMessageIds(Seal seal) {
        return new SignedMessageIds(seal);
    }

    @Bean
    SignedReferences signedReferences(Seal seal) {
        return new SignedReferences(seal);
    }
}
