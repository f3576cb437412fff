package org.mailroom.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows which models and forms are active, where they came from and what was refused, and makes an earlier version active. */
public interface Models {

    /** Returns every process, decision and form, by kind and id. */
    List<Model> all();

    /** Returns the latest refusals; those that are still open come first. */
    List<Refused> refused();

    /** Returns a sentence for each active model whose file is gone from the folders of this node. */
    List<String> withoutFile();

    /** Returns what the checks warn of in the active models, a sentence each, which begins with the name of the file. */
    List<String> warnings();

    /**
     * Deploys the content of an earlier version as the newest one. It passes the same checks as any other deployment.
     *
     * @param definition the engine's id of the version
     * @param person who does it
     * @return the reasons if it was refused; empty if it is active now, or was active already
     */
    List<String> activate(String definition, String person);

    /** What a model is. */
    enum Kind {
        PROCESS,
        DECISION,
        FORM
    }

    /** How a version came to be deployed. */
    enum Origin {
        /** A file in a folder of a node. */
        FOLDER,
        /** A person, over REST, such as from the Modeler. */
        REST,
        /** A person made an earlier version active again. */
        AGAIN,
        /** Mailroom went back to an earlier version by itself. */
        BACK
    }

    /**
     * A model with its versions.
     *
     * @param versions newest first; the newest is the active one
     */
    record Model(Kind kind, String id, String name, List<Version> versions) {

        /** Returns the version that new cases use. */
        public Version active() {
            return versions.get(0);
        }

        /** Returns the versions that were active before. */
        public List<Version> earlier() {
            return versions.subList(1, versions.size());
        }
    }

    /**
     * A version of a model.
     *
     * @param definition the engine's id of it
     * @param file the name of its file
     * @param person null if no person deployed it
     * @param node the machine; null if it was deployed before Mailroom kept that
     * @param running how many cases run on it; 0 for decisions and forms
     * @param tried how many stored mails were tried before it went live
     * @param changes what would have gone otherwise with these mails, a sentence each
     */
    record Version(
            String definition,
            int number,
            String file,
            Instant at,
            Origin origin,
            @Nullable String person,
            @Nullable String node,
            long running,
            int tried,
            List<String> changes) {}

    /**
     * A deployment that was refused, or taken back.
     *
     * @param person null if no person deployed it
     * @param open whether the folders still hold what was refused, or nothing was deployed since
     * @param wentBack whether it was active, and Mailroom went back to the version before it
     */
    record Refused(
            long id,
            @Nullable String person,
            String node,
            List<String> reasons,
            Instant at,
            boolean open,
            boolean wentBack) {}
}
