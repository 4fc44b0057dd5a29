package dev.remit.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * HTTP/1.1 to the instances of one service, on one thread. Requests are written as bytes and
 * Netty's decoder reads the answers: measured against Vert.x's client, half of the CPU time per
 * request, and what the generator uses is missing to what it measures.
 */
final class ApiClient implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int SWEEP_MILLIS = 100;

    private final NioEventLoopGroup group = new NioEventLoopGroup(1);
    private final EventLoop loop = group.next();
    private final Bootstrap bootstrap = new Bootstrap();
    private final List<ApiConnection> connections = new ArrayList<>();
    private final CompletableFuture<Void> crashed = new CompletableFuture<>();
    private final List<Endpoint> endpoints;
    private final long timeoutNanos;

    ApiClient(List<Endpoint> endpoints, Duration timeout) {
        this.endpoints = endpoints;
        timeoutNanos = timeout.toNanos();
        bootstrap
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT);
        loop.scheduleAtFixedRate(
                () -> guard(this::expire), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Runs something on the one thread that connections, and everything that uses them, live on.
     */
    void execute(Runnable task) {
        loop.execute(() -> guard(task));
    }

    /** The same, later. */
    void schedule(Runnable task, Duration delay) {
        loop.schedule(() -> guard(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Fails when something threw on the event loop, where nobody would see it; never succeeds. */
    CompletableFuture<Void> crashed() {
        return crashed;
    }

    void crash(Throwable cause) {
        crashed.completeExceptionally(cause);
    }

    void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            crash(e);
        }
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** On the event loop only. One connection after the other goes to the next endpoint. */
    ApiConnection connection() {
        Endpoint next = endpoints.get(connections.size() % endpoints.size());
        ApiConnection connection = new ApiConnection(this, next);
        connections.add(connection);
        return connection;
    }

    ChannelFuture connect(ApiConnection connection) {
        return bootstrap
                .clone()
                .handler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                channel.pipeline()
                                        .addLast(new HttpResponseDecoder())
                                        .addLast(connection);
                            }
                        })
                .connect(connection.endpoint().address());
    }

    static ByteBuf buffer(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuf buffer = ByteBufAllocator.DEFAULT.ioBuffer(length);
        for (byte[] part : parts) {
            buffer.writeBytes(part);
        }
        return buffer;
    }

    private void expire() {
        long sentBefore = System.nanoTime() - timeoutNanos;
        for (ApiConnection connection : connections) {
            connection.expire(sentBefore);
        }
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
