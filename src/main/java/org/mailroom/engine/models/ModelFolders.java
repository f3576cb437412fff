package org.mailroom.engine.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where models and forms lie: folders with BPMN, DMN and form files. What lies deeper is not read. */
@Component
class ModelFolders {

    private final List<Path> folders;

    ModelFolders(@Value("${mailroom.models.folders}") List<String> folders) {
        this.folders = folders.stream().map(Path::of).toList();
    }

    /** Every model and form, in the order of their names. */
    List<ModelFile> read() {
        return look().stream().map(FoundFile::file).toList();
    }

    /** Every model and form with the time of its last change, in the order of their names. */
    List<FoundFile> look() {
        return folders.stream()
                .flatMap(folder -> look(folder).stream())
                .sorted(Comparator.comparing(FoundFile::name))
                .toList();
    }

    private static List<FoundFile> look(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ModelFolders::isModel).map(ModelFolders::file).toList();
        } catch (IOException unreadable) {
            throw new UnreadableModels(
                    "Cannot read the folder " + folder.toAbsolutePath() + " (setting mailroom.models.folders)",
                    unreadable);
        }
    }

    private static boolean isModel(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && Stream.of(".bpmn", ".dmn", ".form").anyMatch(name::endsWith);
    }

    /** The time comes first: a file that changes meanwhile is seen to have changed at the next look. */
    private static FoundFile file(Path file) {
        try {
            FileTime savedAt = Files.getLastModifiedTime(file);
            return new FoundFile(new ModelFile(file.getFileName().toString(), Files.readAllBytes(file)), savedAt);
        } catch (IOException unreadable) {
            throw new UnreadableModels("Cannot read the model " + file.toAbsolutePath(), unreadable);
        }
    }
}
