package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.DocumentedSettings;
import org.mailroom.testing.PackagedMailroom;
import org.mailroom.testing.RealParts;

/** The packaged jar when something that it needs is missing: it ends with a sentence and without a stack trace. */
@Tag("jar")
class JarRefusalTests {

    private static final Map<String, String> SECRETS = Map.of(
            "MAILROOM_SECRET", "a secret that only this test knows",
            "MAILROOM_DATABASE_PASSWORD", "any",
            "SERVER_PORT", "0");

    private PackagedMailroom mailroom;

    @AfterEach
    void end() throws InterruptedException {
        mailroom.kill();
    }

    @Test
    void withoutItsFoldersItSaysWhichAndWhereItLooked() throws Exception {
        mailroom = PackagedMailroom.install("without-folders").settings("application.yml", settings());

        refuses(SECRETS, "Cannot read the folder ", "/jar-tests/without-folders/processes", "mailroom.models.folders");
    }

    @Test
    void withAWrongFolderItSaysWhich() throws Exception {
        mailroom = PackagedMailroom.install("wrong-folder")
                .with("processes")
                .with("forms")
                .settings("application.yml", settings() + "  models.folders: processes,fomrs\n");

        refuses(SECRETS, "Cannot read the folder ", "/jar-tests/wrong-folder/fomrs", "mailroom.models.folders");
    }

    @Test
    void withoutASecretItSaysWhichSetting() throws Exception {
        mailroom = installed("without-secret").settings("application.yml", settings());

        refuses(
                Map.of("MAILROOM_DATABASE_PASSWORD", "any", "SERVER_PORT", "0"),
                "A setting is missing",
                "MAILROOM_SECRET");
    }

    @Test
    void withoutADatabaseItSaysWhichSetting() throws Exception {
        mailroom = installed("without-database");

        refuses(SECRETS, "Failed to configure a DataSource: 'url' attribute is not specified");
    }

    @Test
    void withADatabaseThatRefusesTheLoginItSaysWhy() throws Exception {
        mailroom = installed("unusable-database")
                .settings("application.yml", settings().replace("username: mailroom", "username: nobody"));

        refuses(
                SECRETS,
                "The database cannot be used: FATAL: role \"nobody\" does not exist",
                "spring.datasource.url, spring.datasource.username");
    }

    @Test
    void withoutAMailServerItSaysWhichSetting() throws Exception {
        mailroom = installed("without-mail-server")
                .settings("application.yml", settings().replace("  host: 127.0.0.1", "  port: 25"));

        refuses(SECRETS, "spring.mail.host", "is missing");
    }

    private static PackagedMailroom installed(String name) throws IOException {
        return PackagedMailroom.install(name).with("processes").with("forms");
    }

    private void refuses(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        mailroom.start(environment);

        assertThat(mailroom.awaitEnd()).isEqualTo(1);
        assertThat(mailroom.said()).noneMatch(line -> line.startsWith("\tat "));
        assertThat(String.join("\n", mailroom.said()))
                .contains("APPLICATION FAILED TO START")
                .contains(words);
    }

    private static String settings() throws IOException {
        return DocumentedSettings.least()
                .replace("jdbc:postgresql://localhost:5432/mailroom", RealParts.newDatabaseOf("mailroom"))
                .replace("smtp.example.org", "127.0.0.1");
    }
}
