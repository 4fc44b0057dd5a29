package dev.remit.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Blocking calls for what comes before and after the measurement. A service that is restarting, or
 * that answers 5xx, is asked again for a while: the books can be checked all the same.
 */
final class PatientClient {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** More than a database takes to move its leases to other nodes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient client;
    private final BlockingQueue<ApiConnection> idle = new LinkedBlockingQueue<>();

    /**
     * @param connections how many calls may be under way at a time
     */
    PatientClient(ApiClient client, int connections) {
        this.client = client;
        client.execute(
                () -> {
                    for (int i = 0; i < connections; i++) {
                        idle.add(client.connection());
                    }
                });
    }

    record Reply(int status, byte[] body) {}

    /** Repeats failed connections too, as a GET may be. */
    Reply get(String path) throws UnreachableException, InterruptedException {
        UnreachableException last;
        long begin = System.nanoTime();
        do {
            try {
                Reply reply = exchange(endpoint -> endpoint.get(path));
                if (reply.status() < 500) {
                    return reply;
                }
                last = new UnreachableException("GET " + path + " is answered " + reply.status());
            } catch (UnreachableException e) {
                last = e;
            }
            Thread.sleep(PAUSE);
        } while (System.nanoTime() - begin < PATIENCE.toNanos());
        throw last;
    }

    /** One attempt. */
    Reply post(String path, String json) throws UnreachableException, InterruptedException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return exchange(to -> ApiClient.buffer(to.postHead(path, body.length), body));
    }

    private Reply exchange(Function<Endpoint, ByteBuf> request)
            throws UnreachableException, InterruptedException {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        ApiConnection connection = idle.take();
        Endpoint endpoint = connection.endpoint();
        client.execute(() -> connection.send(request.apply(endpoint), new Completing(reply)));
        try {
            return reply.get();
        } catch (ExecutionException e) {
            throw new UnreachableException(
                    endpoint + " does not answer: " + reason(e.getCause()), e);
        } finally {
            idle.add(connection);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? "no answer in time" : root.getMessage();
    }

    private record Completing(CompletableFuture<Reply> reply) implements ApiConnection.Receiver {

        @Override
        public boolean wantsBody(int status) {
            return true;
        }

        @Override
        public void answered(int status, ByteBuf body) {
            reply.complete(new Reply(status, ByteBufUtil.getBytes(body)));
        }

        @Override
        public void failed(Exception reason) {
            reply.completeExceptionally(reason);
        }
    }
}
