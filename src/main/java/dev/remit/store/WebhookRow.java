package dev.remit.store;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * Somebody who is told what happens, and how far that is. Which instance tells is decided here, by
 * the database's clock: whoever has the lease, and what is written by whom counts only if they have
 * it still.
 */
@Entity
@DynamicUpdate
@Table(name = "webhooks")
public class WebhookRow extends PanacheEntityBase {

    public enum State {
        ACTIVE,
        /** By whoever asked for it. */
        PAUSED,
        /** By the service, because it was in vain. */
        DISABLED
    }

    /** Extends the leases of an instance, and takes those that nobody has. */
    private static final String LEASE =
            """
            UPDATE webhooks
            SET lease_owner = CAST(:owner AS uuid),
                lease_until = now() + CAST(:seconds AS float8) * interval '1 second'
            WHERE state = 'ACTIVE' AND (lease_owner = CAST(:owner AS uuid) OR lease_until < now())
            RETURNING *""";

    private static final String GIVE_BACK =
            """
            UPDATE webhooks SET lease_owner = NULL, lease_until = now()
            WHERE state = 'ACTIVE' AND lease_owner = CAST(:owner AS uuid)""";

    private static final String IS_STILL_MINE =
            " where id = ?1 and leaseOwner = ?2 and revision = ?3";

    private static final String DELIVERED =
            "sentSequence = ?4, sentPosition = ?5, lastStatus = ?6, attempts = 0,"
                    + " failingSince = null, nextAttempt = null, reason = null"
                    + IS_STILL_MINE;

    private static final String FAILED =
            "attempts = ?4, failingSince = ?5, nextAttempt = ?6, reason = ?7, lastStatus = ?8, state = ?9"
                    + IS_STILL_MINE;

    /** Who writes: an instance, and what it knows of the webhook. */
    public record Claim(UUID webhook, UUID owner, long revision) {}

    /** How a call went that has to be made again, or not any more. */
    public record Failed(
            int attempts,
            Instant since,
            Instant next,
            String reason,
            Integer status,
            State state) {}

    @Id public UUID id;

    public String url;

    /** Names of {@link EventKind}; null for all. */
    public String[] kinds;

    /** Null for all. */
    public UUID[] accounts;

    /** Of the signatures. */
    public String secret;

    @Column(name = "created_at")
    public Instant createdAt;

    @Enumerated(EnumType.STRING)
    public State state;

    /** Null if there is nothing to explain. */
    public String reason;

    @Column(name = "sent_sequence")
    public long sentSequence;

    @Column(name = "sent_position")
    public int sentPosition;

    /** How often the place or the state was set by somebody else than who sends. */
    public long revision;

    /** Failures since the last success. */
    public int attempts;

    @Column(name = "failing_since")
    public Instant failingSince;

    @Column(name = "next_attempt")
    public Instant nextAttempt;

    @Column(name = "last_status")
    public Integer lastStatus;

    @Column(name = "lease_owner")
    public UUID leaseOwner;

    @Column(name = "lease_until")
    public Instant leaseUntil;

    /** The time by which leases are measured: the database's, which all instances share. */
    public static Instant now() {
        return Panache.getSession()
                .createNativeQuery("SELECT now()", Instant.class)
                .getSingleResult();
    }

    /** In order of id. */
    public static List<WebhookRow> after(UUID id, int limit) {
        return (id == null
                        ? WebhookRow.<WebhookRow>findAll(Sort.by("id"))
                        : WebhookRow.<WebhookRow>find("id > ?1", Sort.by("id"), id))
                .range(0, limit - 1)
                .list();
    }

    /** Those that an instance has from now on, for as long as that. */
    public static List<WebhookRow> lease(UUID owner, Duration time) {
        return Panache.getSession()
                .createNativeQuery(LEASE, WebhookRow.class)
                .setParameter("owner", owner)
                .setParameter("seconds", time.toNanos() / 1e9)
                .getResultList();
    }

    public static void giveBack(UUID owner) {
        Panache.getSession()
                .createNativeMutationQuery(GIVE_BACK)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Returns false, and changes nothing, if somebody else has the webhook or has set it anew. */
    public static boolean delivered(Claim claim, EventPlace place, Integer status) {
        return update(
                        DELIVERED,
                        claim.webhook(),
                        claim.owner(),
                        claim.revision(),
                        place.sequence(),
                        place.position(),
                        status)
                == 1;
    }

    /** Returns false, and changes nothing, if somebody else has the webhook or has set it anew. */
    public static boolean failed(Claim claim, Failed failure) {
        return update(
                        FAILED,
                        claim.webhook(),
                        claim.owner(),
                        claim.revision(),
                        failure.attempts(),
                        failure.since(),
                        failure.next(),
                        failure.reason(),
                        failure.status(),
                        failure.state())
                == 1;
    }
}
