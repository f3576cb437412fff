package org.mailroom.engine.models;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names this node, for people who look for the folder that a model came from. */
final class Node {

    private Node() {}

    /** Returns the name of the machine. */
    static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "unknown";
        }
    }
}
