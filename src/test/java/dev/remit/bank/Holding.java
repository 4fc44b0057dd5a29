package dev.remit.bank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * What a customer does with money that is held: holds it, posts or voids it, or leaves that to
 * time, and takes back what was posted. What was not answered is not asked for again.
 *
 * <p>Money goes from account to account only, so that it changes no total; and nothing has a
 * reference, which a hold would share with what posts it.
 */
final class Holding {

    private final RemitClient client;
    private final List<UUID> accounts;
    private final Random random;
    private final History history;
    private final List<UUID> held = new ArrayList<>();
    private final List<UUID> posted = new ArrayList<>();

    Holding(RemitClient client, List<UUID> accounts, Random random, History history) {
        this.client = client;
        this.accounts = accounts;
        this.random = random;
        this.history = history;
    }

    void callOnce() throws IOException {
        int dice = random.nextInt(10);
        if (dice < 4 || held.isEmpty()) {
            hold();
        } else if (dice < 7) {
            // Less than is held, or more.
            Map<String, ?> body =
                    random.nextBoolean() ? Map.of() : Map.of("amount", 1 + random.nextInt(999));
            ask("/transfers/" + any(held) + "/post", body).ifPresent(posted::add);
        } else if (dice < 8 || posted.isEmpty()) {
            ask("/transfers/" + any(held) + "/void", Map.of());
        } else {
            ask("/transfers/" + any(posted) + "/reverse", Map.of());
        }
    }

    private void hold() throws IOException {
        UUID from = accounts.get(random.nextInt(accounts.size()));
        UUID to = accounts.get(random.nextInt(accounts.size()));
        Map<String, Object> hold = new HashMap<>();
        hold.put("from", from);
        hold.put("to", to);
        hold.put("amount", 1 + random.nextInt(999));
        hold.put("pending", true);
        if (random.nextInt(4) == 0) {
            hold.put("expiresIn", "PT1S");
        }
        ask("/transfers", hold).ifPresent(held::add);
    }

    /** Each is asked for once. */
    private UUID any(List<UUID> transfers) {
        return transfers.remove(random.nextInt(transfers.size()));
    }

    /** Returns the id of what was done, if it certainly was. */
    private Optional<UUID> ask(String path, Map<String, ?> body) throws IOException {
        Reply reply = client.post(path, Json.write(body));
        if (reply.status() == 201) {
            history.learns(reply.movement());
            return Optional.of(reply.movement().id());
        }
        if (!List.of(404, 409, 422, 503).contains(reply.status())) {
            history.wonders(reply);
        }
        return Optional.empty();
    }
}
