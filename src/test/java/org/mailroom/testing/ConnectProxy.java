package org.mailroom.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that knows the method CONNECT and nothing else. */
public final class ConnectProxy implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> connected = new CopyOnWriteArrayList<>();

    public ConnectProxy() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start(this::acceptAll);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Where it was asked to connect to. */
    public List<String> connected() {
        return connected;
    }

    private void acceptAll() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            start(() -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String target = lines.readLine().split(" ")[1];
        connected.add(target);
        while (!lines.readLine().isEmpty()) {
            // the header says nothing of interest
        }
        int colon = target.lastIndexOf(':');
        Socket server = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
        client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        start(() -> server.getInputStream().transferTo(client.getOutputStream()));
        client.getInputStream().transferTo(server.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static void start(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // by one of the two sides
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
