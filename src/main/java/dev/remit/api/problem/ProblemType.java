package dev.remit.api.problem;

/** Every kind of error that Remit answers with. The slugs are part of the API and never change. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request could not be read"),
    INVALID_REQUEST(400, "The request breaks a rule"),
    UNAUTHORIZED(401, "Who you are is not known"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "There is nothing here"),
    ACCOUNT_NOT_FOUND(404, "There is no such account"),
    TRANSFER_NOT_FOUND(404, "There is no such transfer"),
    MONITOR_NOT_FOUND(404, "There is no such monitor"),
    WEBHOOK_NOT_FOUND(404, "There is no such webhook"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "Nothing that you accept can be answered"),
    ACCOUNT_EXISTS(409, "The account exists already"),
    ACCOUNT_NOT_EMPTY(409, "The account is not empty"),
    MONITOR_EXISTS(409, "The id belongs to another monitor"),
    TRANSFER_SETTLED(409, "The hold has ended already"),
    WEBHOOK_EXISTS(409, "The webhook exists already"),
    PRECONDITION_FAILED(412, "The account is not as you know it"),
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Only JSON can be read"),
    ACCOUNT_FROZEN(422, "The account is frozen"),
    INSUFFICIENT_FUNDS(422, "The balance is too small"),
    BALANCE_LIMIT(422, "The balance would become too large"),
    CURRENCY_MISMATCH(422, "The two accounts have different currencies"),
    OVERDRAFT_IN_USE(422, "More of the overdraft is in use"),
    METADATA_LIMIT(422, "There would be too much metadata"),
    MONITOR_LIMIT(422, "Too many monitors watch the account"),
    NOT_A_HOLD(422, "The transfer is not a hold"),
    EXCEEDS_HOLD(422, "That is more than is held"),
    NOT_REVERSIBLE(422, "The transfer cannot be reversed"),
    EXCEEDS_TRANSFER(422, "That is more than is left to be reversed"),
    REVERSAL_LIMIT(422, "The transfer is reversed in too many parts"),
    SAME_ACCOUNT(422, "The two accounts are the same"),
    WEBHOOK_LIMIT(422, "There are too many webhooks"),
    ADDRESS_NOT_ALLOWED(422, "The address may not be called"),
    IDEMPOTENCY_CONFLICT(422, "The id belongs to another transfer"),
    TOO_MANY_REQUESTS(429, "You ask too often"),
    CONTENTION(503, "Somebody else is in the way"),
    OVERLOADED(503, "There is too much to do"),
    DATABASE_UNAVAILABLE(503, "The database cannot be reached"),
    SHUTTING_DOWN(503, "The service is shutting down"),
    OUTCOME_UNKNOWN(503, "What became of the request is not known"),
    INTERNAL_ERROR(500, "Something went wrong");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that it usually comes with. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
