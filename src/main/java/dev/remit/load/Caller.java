package dev.remit.load;

import dev.remit.client.Problem;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Sends one transfer after the other on a keep-alive connection, the next when the one before is
 * answered; connects again when it has to. Lives on the event loop of its {@link Traffic}.
 */
final class Caller extends ChannelInboundHandlerAdapter {

    /**
     * After a 5xx or a broken connection, so that a service in trouble is not hammered. Shorter
     * than any {@code Retry-After}, which is in seconds: callers that all sleep measure nothing.
     */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Traffic traffic;
    private final Endpoint endpoint;

    private Channel channel;
    private boolean waiting;
    private int number;
    private long sentAt;
    private int status;
    private boolean keepAlive;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Caller(Traffic traffic, Endpoint endpoint) {
        this.traffic = traffic;
        this.endpoint = endpoint;
    }

    /** Opens the connection ahead of the first request, which would otherwise do it. */
    ChannelFuture connect() {
        ChannelFuture connecting = traffic.connect(this, endpoint.address());
        channel = connecting.channel();
        return connecting;
    }

    void next() {
        if (traffic.isStopped()) {
            traffic.callerEnded();
            return;
        }
        number = traffic.begin();
        ByteBuf request = endpoint.request(traffic.transfer(number));
        waiting = true;
        sentAt = System.nanoTime();
        if (channel != null && channel.isActive()) {
            channel.writeAndFlush(request, channel.voidPromise());
        } else {
            connectAndSend(request);
        }
    }

    private void connectAndSend(ByteBuf request) {
        ChannelFuture connecting = connect();
        Channel opened = channel;
        connecting.addListener(
                outcome -> {
                    // Otherwise the request has been given up meanwhile.
                    boolean current = channel == opened;
                    if (current && outcome.isSuccess()) {
                        opened.writeAndFlush(request, opened.voidPromise());
                        return;
                    }
                    request.release();
                    if (current) {
                        fail(new IOException(outcome.cause()));
                    }
                });
    }

    /** Gives up a request that was sent before the given {@link System#nanoTime()}. */
    void expire(long sentBefore) {
        if (waiting && sentAt - sentBefore < 0) {
            fail(new TimeoutException());
        }
    }

    /** One channel after the other has it as its handler. */
    @Override
    public boolean isSharable() {
        return true;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.pipeline().addFirst(new HttpResponseDecoder());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
        try {
            if (context.channel() == channel && waiting) {
                read((HttpObject) message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(HttpObject message) throws IOException {
        if (message.decoderResult().isFailure()) {
            fail(new IOException(message.decoderResult().cause()));
            return;
        }
        if (message instanceof HttpResponse response) {
            status = response.status().code();
            keepAlive = HttpUtil.isKeepAlive(response);
            body.reset();
        }
        if (message instanceof HttpContent content && !isSuccess()) {
            content.content().readBytes(body, content.content().readableBytes());
        }
        if (message instanceof LastHttpContent) {
            waiting = false;
            if (!keepAlive) {
                disconnect();
            }
            answered();
        }
    }

    private void answered() {
        if (isSuccess()) {
            traffic.acknowledged(number, endpoint, System.nanoTime() - sentAt);
            next();
            return;
        }
        traffic.answered(number, Problem.read(status, body.toByteArray()));
        if (status >= 500) {
            traffic.schedule(this::next, PAUSE);
        } else {
            next();
        }
    }

    private boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** No answer will come; whether the request had an effect is unknown. */
    private void fail(Exception reason) {
        disconnect();
        if (waiting) {
            waiting = false;
            traffic.failed(reason);
            traffic.schedule(this::next, PAUSE);
        }
    }

    private void disconnect() {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (context.channel() == channel) {
            fail(new IOException("connection closed by the service"));
        }
    }

    /** A broken connection is part of what is measured; anything else is a defect here. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException broken)) {
            traffic.crash(cause);
        } else if (context.channel() == channel) {
            fail(broken);
        }
    }
}
