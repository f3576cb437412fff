package org.mailroom.engine.models;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.engine.MessageNames;
import org.mailroom.engine.People;
import org.mailroom.engine.ProcessNames;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;

/** Collects what the models of a deployment may name: what comes with them, what is deployed, and what code has. */
@Component
class ModelSurroundings {

    private final ModelBeans beans;
    private final DeployedModels deployed;
    private final Inboxes inboxes;
    private final ProcessNames names;
    private final Set<String> messages;
    private final Clock clock;

    ModelSurroundings(
            ModelBeans beans,
            DeployedModels deployed,
            Inboxes inboxes,
            ProcessNames names,
            List<MessageNames> messages,
            Clock clock) {
        this.beans = beans;
        this.deployed = deployed;
        this.inboxes = inboxes;
        this.names = names;
        this.messages = messages.stream().flatMap(some -> some.names().stream()).collect(Collectors.toSet());
        this.clock = clock;
    }

    /** @param formsBesides ids of forms that count although they do not come with the models */
    KnownThings of(List<ReadModel> models, List<FormFile> forms, Set<String> formsBesides) {
        Set<String> processes = deployed.processes();
        models.forEach(model -> processes.addAll(model.processIds()));
        List<Inbox> all = inboxes.all();
        return new KnownThings(
                beans.classes(),
                forms(forms, formsBesides),
                decisions(models),
                processes,
                messages,
                groups(all),
                all.stream().map(inbox -> inbox.key().value()).collect(Collectors.toSet()),
                names,
                clock.instant());
    }

    /** The deployed processes that name one of these forms or decisions and do not come with them. */
    List<ReadModel> processesThatUse(Set<String> ids, List<ReadModel> models) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<String> coming =
                models.stream().flatMap(model -> model.processIds().stream()).collect(Collectors.toSet());
        return deployed.processFiles().stream()
                .filter(file -> ids.stream().anyMatch(file::mentions))
                .map(ReadModel::of)
                .filter(model -> model.processIds().stream().noneMatch(coming::contains))
                .toList();
    }

    private Map<String, FormFile> forms(List<FormFile> forms, Set<String> formsBesides) {
        Map<String, FormFile> all = new HashMap<>();
        if (!formsBesides.isEmpty()) {
            formsBesides.forEach(id -> all.put(id, new FormFile(id, id, List.of(), List.of())));
            deployed.forms().stream()
                    .map(FormFile::read)
                    .filter(form -> formsBesides.contains(form.id()))
                    .forEach(form -> all.put(form.id(), form));
        }
        forms.forEach(form -> all.put(form.id(), form));
        return all;
    }

    private Map<String, KnownDecision> decisions(List<ReadModel> models) {
        Map<String, KnownDecision> all = new HashMap<>();
        Stream.concat(deployed.decisions().stream().map(ReadModel::of), models.stream())
                .flatMap(ReadModel::decisions)
                .forEach(decision -> all.put(decision.getId(), KnownDecision.of(decision)));
        return all;
    }

    private Set<String> groups(List<Inbox> all) {
        Set<String> groups = new HashSet<>();
        if (!all.isEmpty()) {
            groups.addAll(deployed.groups());
            groups.addAll(Set.of(People.ADMINS, People.SUPERVISORS, People.ANALYSTS));
            all.forEach(inbox -> groups.add(inbox.key().group()));
        }
        return groups;
    }
}
