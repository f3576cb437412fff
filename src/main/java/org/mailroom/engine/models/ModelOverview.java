package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mailroom.database.Hiccup;
import org.mailroom.engine.Models;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists models for people and makes earlier versions active again. */
@Component
class ModelOverview implements Models {

    static final String AGAIN = "again";

    private final ModelVersions versions;
    private final RefusedModels refused;
    private final ModelWatch watch;
    private final ActiveWarnings warnings;
    private final ProcessEngineConfigurationImpl engine;
    private final People people;
    private final JdbcClient jdbc;

    ModelOverview(
            ModelVersions versions,
            RefusedModels refused,
            ModelWatch watch,
            ActiveWarnings warnings,
            ProcessEngineConfigurationImpl engine,
            People people,
            JdbcClient jdbc) {
        this.versions = versions;
        this.refused = refused;
        this.watch = watch;
        this.warnings = warnings;
        this.engine = engine;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public List<Model> all() {
        return versions.all();
    }

    @Override
    public List<Refused> refused() {
        return refused.latest();
    }

    @Override
    public List<String> withoutFile() {
        return watch.deleted();
    }

    @Override
    public List<String> warnings() {
        return warnings.now();
    }

    @Override
    public List<String> activate(String definition, String person) {
        Model model = all().stream()
                .filter(one -> one.versions().stream()
                        .anyMatch(version -> version.definition().equals(definition)))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no version " + definition + " of any model"));
        if (model.active().definition().equals(definition)) {
            return List.of();
        }
        Version version = model.earlier().stream()
                .filter(one -> one.definition().equals(definition))
                .findFirst()
                .orElseThrow();
        try {
            deploy(version.file(), bytes(model.kind(), definition), person);
            return List.of();
        } catch (RuntimeException failed) {
            if (Hiccup.isBehind(failed)) {
                throw failed;
            }
            return EngineReasons.of(failed);
        }
    }

    private byte[] bytes(Kind kind, String definition) {
        return jdbc.sql(
                        """
                        select b.bytes_ from %s r
                        join act_ge_bytearray b on b.deployment_id_ = r.deployment_id_ and b.name_ = r.resource_name_
                        where r.id_ = :id
                        """
                                .formatted(DefinedId.Kind.valueOf(kind.name()).table()))
                .param("id", definition)
                .query(byte[].class)
                .single();
    }

    private void deploy(String file, byte[] bytes, String person) {
        IdentityService identities = engine.getIdentityService();
        Authentication before = identities.getCurrentAuthentication();
        List<String> groups =
                people.find(person).map(Person::groups).map(List::copyOf).orElse(List.of());
        identities.setAuthentication(new Authentication(person, groups));
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .name(FolderDeployer.DEPLOYMENT)
                    .source(AGAIN)
                    .addInputStream(file, new ByteArrayInputStream(bytes))
                    .deploy();
        } finally {
            identities.setAuthentication(before);
        }
    }
}
