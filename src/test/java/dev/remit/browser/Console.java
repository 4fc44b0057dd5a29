package dev.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.Packaged;
import dev.remit.RemitApi;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.RemitProcess;
import dev.remit.bank.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The packaged service with a database of its own, whose console is looked at. */
final class Console implements AutoCloseable {

    private final RemitProcess process;
    private final URI url;
    private final RemitClient api;

    private Console(RemitProcess process, URI url) {
        this.process = process;
        this.url = url;
        this.api = new RemitClient(url);
    }

    /**
     * @param database its name
     * @param environment besides what every service under test has
     */
    static Console start(String database, Map<String, String> environment) throws IOException {
        int port = Packaged.freePort();
        RemitProcess process =
                RemitProcess.start(OwnDatabase.create(database), port, environment).awaitReady();
        return new Console(process, RemitProcess.service(port));
    }

    URI url() {
        return url;
    }

    /** A new account in dollars, with so many cents in it. */
    UUID account(String name, long balance) throws IOException {
        return open(Map.of("name", name, "balance", balance));
    }

    UUID transfer(UUID from, UUID to, long amount, String reference) throws IOException {
        return id(
                post(
                        "/transfers",
                        Map.of("from", from, "to", to, "amount", amount, "reference", reference)));
    }

    /** A transfer that is not made yet. */
    UUID hold(UUID from, UUID to, long amount, String reference) throws IOException {
        return id(
                post(
                        "/transfers",
                        Map.of(
                                "from",
                                from,
                                "to",
                                to,
                                "amount",
                                amount,
                                "reference",
                                reference,
                                "pending",
                                true)));
    }

    UUID open(Map<String, ?> account) throws IOException {
        return id(post("/accounts", account));
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException {
        Reply reply = api.post(path, RemitApi.text(body));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.body();
    }

    private static UUID id(JsonNode body) {
        return UUID.fromString(body.get("id").textValue());
    }

    @Override
    public void close() {
        api.close();
        process.close();
    }
}
