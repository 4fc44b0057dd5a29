package dev.remit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/**
 * The port that clients connect to, on loopback only. While it is shut they are refused, and the
 * port stays reserved: otherwise the kernel might give it to an outgoing connection, even to a
 * client that then finds itself connected to itself.
 */
final class Door {

    private static final int BACKLOG = 1024;

    private final Consumer<Socket> guests;
    private final InetSocketAddress address;
    private ServerSocket socket;
    private SocketChannel reservation;
    private Thread accepting;

    /** {@code port} 0 takes a free one. */
    Door(int port, Consumer<Socket> guests) throws IOException {
        this.guests = guests;
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        socket = new ServerSocket(port, BACKLOG, loopback);
        address = new InetSocketAddress(loopback, socket.getLocalPort());
        accept();
    }

    InetSocketAddress address() {
        return address;
    }

    synchronized void open() {
        if (socket != null) {
            return;
        }
        try {
            socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            reservation.close();
            accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when no guest comes in any more. */
    synchronized void shut() {
        if (socket == null) {
            return;
        }
        try {
            stop();
            reservation = SocketChannel.open();
            reservation.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            reservation.bind(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void close() throws IOException {
        if (socket != null) {
            stop();
        } else if (reservation != null) {
            reservation.close();
        }
    }

    private void accept() {
        ServerSocket listening = socket;
        accepting =
                Thread.ofPlatform()
                        .daemon()
                        .name("fault-proxy-" + address.getPort())
                        .start(() -> accept(listening));
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                guests.accept(listening.accept());
            }
        } catch (IOException e) {
            // Shut.
        }
    }

    private void stop() throws IOException {
        socket.close();
        socket = null;
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
