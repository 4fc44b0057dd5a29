package dev.remit.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * What is hashed of a commit: one line for the commit and one for each of its events, each a JSON
 * object in the canonical form of RFC 8785 (members in order of their names, no white space, what
 * is not there left out) and ended by a line feed; all in UTF-8, behind the 32 bytes of the hash
 * before.
 *
 * <p>A member that comes later is left out where it has its default, so that the hashes of older
 * commits stay what they are; the member {@code remit} is the version of this form. It is described
 * for other programs in docs/history.md.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
final class CanonicalForm {

    private static final int VERSION = 1;

    /** Of a transfer with two accounts and a reference. */
    private static final int USUAL_LENGTH = 350;

    private final StringBuilder text;
    private char separator;

    private CanonicalForm(int events) {
        text = new StringBuilder((events + 1) * USUAL_LENGTH);
    }

    static byte[] hash(String ledger, byte[] before, Commit commit) {
        MessageDigest sha256 = Hash.sha256();
        sha256.update(before);
        return sha256.digest(text(ledger, commit).getBytes(StandardCharsets.UTF_8));
    }

    static String text(String ledger, Commit commit) {
        CanonicalForm form = new CanonicalForm(commit.events().size());
        form.begin()
                .member("committedAt", commit.committedAt())
                .member("ledger", ledger)
                .member("remit", VERSION)
                .member("sequence", commit.sequence())
                .member("token", commit.token())
                .end();
        commit.events().forEach(form::add);
        return form.text.toString();
    }

    private void add(Event event) {
        switch (event) {
            case Event.Opened opened ->
                    begin().member("account", opened.account())
                            .member("actor", opened.actor())
                            .member("currency", Currency.unlessDefault(opened.currency()))
                            .member("event", "opened")
                            .terms(opened.terms())
                            .end();
            case Event.Changed changed ->
                    begin().member("account", changed.account())
                            .member("actor", changed.actor())
                            .member("event", "changed")
                            .terms(changed.terms())
                            .member("revision", changed.revision())
                            .end();
            case Event.Posted posted -> add(posted.transfer(), "posted", posted.actor());
            case Event.Held held -> add(held.transfer(), "held", held.actor());
            case Event.Released released -> add(released.transfer(), "released", released.actor());
            case Event.MonitorCreated created -> add(created.monitor(), created.actor());
            case Event.MonitorDeleted deleted ->
                    begin().member("actor", deleted.actor())
                            .member("event", "deleted")
                            .member("monitor", deleted.monitor().id())
                            .end();
            case Event.Crossed crossed ->
                    begin().member("actor", crossed.actor())
                            .member("event", "crossed")
                            .member("monitor", crossed.monitor().id())
                            .member("transfer", crossed.transfer().id())
                            .end();
            case Event.Closed closed ->
                    begin().member("account", closed.account())
                            .member("actor", closed.actor())
                            .member("event", "closed")
                            .member("version", closed.version())
                            .end();
        }
    }

    /** Behind "event", and ahead of "revision". */
    private CanonicalForm terms(Terms terms) {
        member("frozen", terms.frozen().textUnlessNone());
        object("metadata", terms.metadata());
        member("name", terms.name());
        if (terms.overdraft() != 0) {
            member("overdraft", terms.overdraft());
        }
        return this;
    }

    private void add(Transfer transfer, String event, String actor) {
        Entry from = transfer.from();
        Entry to = transfer.to();
        begin().member("actor", actor).member("amount", transfer.amount()).member("event", event);
        if (transfer.expiresAt() != null) {
            member("expiresAt", transfer.expiresAt());
        }
        if (from != null) {
            member("from", from.account());
            member("fromBalance", from.balance());
            member("fromVersion", from.version());
        }
        member("id", transfer.id())
                .member("kind", transfer.kind().text())
                .object("metadata", transfer.metadata())
                .member("reference", transfer.reference());
        if (transfer.related() != null) {
            member("related", transfer.related());
        }
        if (to != null) {
            member("to", to.account());
            member("toBalance", to.balance());
            member("toVersion", to.version());
        }
        end();
    }

    private void add(Monitor monitor, String actor) {
        begin();
        if (monitor.above() != null) {
            member("above", monitor.above());
        }
        member("account", monitor.account()).member("actor", actor);
        if (monitor.below() != null) {
            member("below", monitor.below());
        }
        member("event", "created").member("monitor", monitor.id()).end();
    }

    private CanonicalForm begin() {
        separator = '{';
        return this;
    }

    private CanonicalForm member(String name, long value) {
        name(name).append(value);
        return this;
    }

    private CanonicalForm member(String name, UUID value) {
        name(name).append('"').append(value).append('"');
        return this;
    }

    /** Nothing if there is no value. */
    private CanonicalForm member(String name, String value) {
        if (value != null) {
            quote(name(name), value);
        }
        return this;
    }

    /**
     * @param json an object in canonical form; nothing if there is none
     */
    private CanonicalForm object(String name, String json) {
        if (json != null) {
            name(name).append(json);
        }
        return this;
    }

    private void end() {
        text.append("}\n");
    }

    private StringBuilder name(String name) {
        text.append(separator).append('"').append(name).append("\":");
        separator = ',';
        return text;
    }

    /** Appends a value as a JSON string. */
    static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(text, value.charAt(i));
        }
        text.append('"');
    }

    private static void escape(StringBuilder text, char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (c < ' ') {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
