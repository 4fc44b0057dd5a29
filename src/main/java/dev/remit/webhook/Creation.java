package dev.remit.webhook;

/** What becomes of a webhook that is to be made. */
public sealed interface Creation {

    /**
     * @param replayed whether an earlier call had made it
     */
    record Made(Webhook webhook, boolean replayed) implements Creation {}

    /** The id belongs to one that is different. */
    record Exists() implements Creation {}

    record TooMany(int limit) implements Creation {}

    /**
     * @param complaint about the URL, to be read behind its name
     */
    record BadUrl(String complaint) implements Creation {}

    /** It leads to where nobody may be called. */
    record Refused() implements Creation {}
}
