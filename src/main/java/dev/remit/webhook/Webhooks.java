package dev.remit.webhook;

import dev.remit.store.EventPlace;
import dev.remit.store.Page;
import jakarta.inject.Singleton;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;

/** The webhooks that there are, for those who make them and look after them. */
@Singleton
public class Webhooks {

    private final WebhookSettings settings;
    private final Destinations destinations;
    private final WebhookStore store;

    Webhooks(WebhookSettings settings, Destinations destinations, WebhookStore store) {
        this.settings = settings;
        this.destinations = destinations;
        this.store = store;
    }

    /**
     * @param isDry whether nothing is to come of it
     */
    public Creation create(NewWebhook wanted, boolean isDry) {
        Optional<String> complaint = ReceiverUrl.complaint(wanted.url(), settings.allowHttp());
        if (complaint.isPresent()) {
            return new Creation.BadUrl(complaint.get());
        }
        try {
            destinations.of(wanted.url());
        } catch (AddressRefused e) {
            return new Creation.Refused();
        } catch (UnknownHostException e) {
            // It may be there when there is something to tell, and is looked at then in any case.
        }
        SigningSecret secret = wanted.secret() == null ? SigningSecret.generate() : wanted.secret();
        return store.create(wanted, secret, settings.limit(), isDry);
    }

    /**
     * In order of id.
     *
     * @param after only ids behind this one; null for all
     */
    public Page<Webhook, UUID> list(UUID after, int limit) {
        return store.list(after, limit);
    }

    public Optional<Webhook> find(UUID id) {
        return store.find(id);
    }

    /** Nothing is sent from now on; a call that is under way may still arrive. */
    public Optional<Webhook> pause(UUID id, boolean isDry) {
        return store.pause(id, isDry);
    }

    /** Goes on where it was, at once, whatever has kept it from doing so. */
    public Optional<Webhook> resume(UUID id, boolean isDry) {
        return store.resume(id, isDry);
    }

    /** Goes on behind a place; one that is paused when it is resumed. */
    public Optional<Webhook> redeliver(UUID id, EventPlace after, boolean isDry) {
        return store.redeliver(id, after, isDry);
    }

    /** Returns false if there is none. */
    public boolean delete(UUID id, boolean isDry) {
        return store.delete(id, isDry);
    }
}
