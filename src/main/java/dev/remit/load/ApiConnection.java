package dev.remit.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * One keep-alive connection with at most one outstanding request; connects again when it has to.
 * Lives on the event loop of its {@link ApiClient}: every method is called there, every answer
 * arrives there.
 */
final class ApiConnection extends ChannelInboundHandlerAdapter {

    /** Who sent the request. It may send the next one from within these methods. */
    interface Receiver {

        /** Bodies that nobody reads are not collected. */
        boolean wantsBody(int status);

        /**
         * @param body empty if it was not wanted; released after the call
         */
        void answered(int status, ByteBuf body);

        /** No answer will come; whether the request had an effect is unknown. */
        void failed(Exception reason);
    }

    private final ApiClient client;
    private final Endpoint endpoint;

    private Channel channel;
    private Receiver receiver;
    private long sentAt;
    private int status;
    private boolean keepAlive;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;

    ApiConnection(ApiClient client, Endpoint endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Opens the connection ahead of the first request, which would otherwise do it. */
    ChannelFuture connect() {
        ChannelFuture connecting = client.connect(this);
        channel = connecting.channel();
        return connecting;
    }

    /**
     * @param request a whole request, which this method takes over
     */
    void send(ByteBuf request, Receiver from) {
        receiver = from;
        sentAt = System.nanoTime();
        if (channel != null && channel.isActive()) {
            channel.writeAndFlush(request, channel.voidPromise());
            return;
        }
        ChannelFuture connecting = connect();
        Channel opened = channel;
        connecting.addListener(
                outcome -> {
                    if (channel == opened && outcome.isSuccess()) {
                        channel.writeAndFlush(request, channel.voidPromise());
                        return;
                    }
                    request.release();
                    if (channel == opened) {
                        fail(new IOException(outcome.cause()));
                    }
                });
    }

    /** Gives up a request that was sent before the given {@link System#nanoTime()}. */
    void expire(long sentBefore) {
        if (receiver != null && sentAt - sentBefore < 0) {
            fail(new TimeoutException());
        }
    }

    /** One channel after the other has it as its handler. */
    @Override
    public boolean isSharable() {
        return true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (context.channel() == channel && receiver != null) {
                read((HttpObject) message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(HttpObject message) {
        if (message.decoderResult().isFailure()) {
            fail(new IOException(message.decoderResult().cause()));
            return;
        }
        if (message instanceof HttpResponse response) {
            status = response.status().code();
            keepAlive = HttpUtil.isKeepAlive(response);
            if (receiver.wantsBody(status)) {
                body = channel.alloc().heapBuffer();
            }
        }
        if (message instanceof HttpContent content && body != Unpooled.EMPTY_BUFFER) {
            body.writeBytes(content.content());
        }
        if (message instanceof LastHttpContent) {
            if (!keepAlive) {
                disconnect();
            }
            deliver();
        }
    }

    private void deliver() {
        Receiver to = receiver;
        ByteBuf complete = body;
        receiver = null;
        body = Unpooled.EMPTY_BUFFER;
        try {
            to.answered(status, complete);
        } catch (RuntimeException e) {
            client.crash(e);
        } finally {
            complete.release();
        }
    }

    private void fail(Exception reason) {
        disconnect();
        body.release();
        body = Unpooled.EMPTY_BUFFER;
        Receiver to = receiver;
        receiver = null;
        if (to != null) {
            client.guard(() -> to.failed(reason));
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
            client.crash(cause);
        } else if (context.channel() == channel) {
            fail(broken);
        }
    }
}
