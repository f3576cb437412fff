package org.mailroom.trial;

import java.io.IOException;
import org.mailroom.Mailroom;

/** A node of {@link TryCluster} in a JVM of its own. It ends when the program that started it does, however that ends. */
final class ClusterNode {

    private ClusterNode() {}

    public static void main(String[] arguments) {
        var watch = new Thread(ClusterNode::endWithParent, "parent");
        watch.setDaemon(true);
        watch.start();
        Mailroom.main(arguments);
    }

    /** Nobody writes to us: reading ends when the other end of the pipe is gone. */
    private static void endWithParent() {
        try {
            System.in.read();
        } catch (IOException gone) {
            // That is the end as well.
        }
        System.exit(0);
    }
}
