package org.mailroom.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens tunnels: by HTTP's method CONNECT (RFC 9110, 9.3.6) or by SOCKS, version 5 (RFC 1928), without a login. */
public final class TunnelProxy implements AutoCloseable {

    private static final int SOCKS_5 = 5;
    private static final int ADDRESS_IS_A_NAME = 3;
    private static final byte[] NO_LOGIN_WANTED = {SOCKS_5, 0};
    private static final byte[] SOCKS_CONNECTED = {SOCKS_5, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    private static final byte[] HTTP_CONNECTED = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final List<String> connected = new CopyOnWriteArrayList<>();

    public TunnelProxy() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start(this::acceptAll);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Where it was asked to connect to, and how, such as {@code SOCKS 127.0.0.1:143}. */
    public List<String> connected() {
        return connected;
    }

    private void acceptAll() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        var peeked = new PushbackInputStream(client.getInputStream());
        int first = peeked.read();
        peeked.unread(first);
        if (first == SOCKS_5) {
            serveSocks(client, new DataInputStream(peeked));
        } else {
            serveHttp(client, new DataInputStream(peeked));
        }
    }

    private void serveSocks(Socket client, DataInputStream asked) throws IOException {
        asked.readUnsignedByte();
        asked.readNBytes(asked.readUnsignedByte());
        client.getOutputStream().write(NO_LOGIN_WANTED);
        asked.readNBytes(3);
        boolean named = asked.readUnsignedByte() == ADDRESS_IS_A_NAME;
        byte[] address = asked.readNBytes(named ? asked.readUnsignedByte() : 4);
        String host = named
                ? new String(address, StandardCharsets.US_ASCII)
                : InetAddress.getByAddress(address).getHostAddress();
        tunnel("SOCKS", host, asked.readUnsignedShort(), client, SOCKS_CONNECTED);
    }

    @SuppressWarnings("deprecation") // a header is ASCII
    private void serveHttp(Socket client, DataInputStream asked) throws IOException {
        String target = asked.readLine().split(" ")[1];
        while (!asked.readLine().isEmpty()) {
            // the header says nothing of interest
        }
        int colon = target.lastIndexOf(':');
        int port = Integer.parseInt(target.substring(colon + 1));
        tunnel("HTTP", target.substring(0, colon), port, client, HTTP_CONNECTED);
    }

    private void tunnel(String how, String host, int port, Socket client, byte[] answer) throws IOException {
        connected.add(how + " " + host + ":" + port);
        Socket server = new Socket(host, port);
        client.getOutputStream().write(answer);
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
