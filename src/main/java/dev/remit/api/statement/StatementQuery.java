package dev.remit.api.statement;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/**
 * Which statement is wanted, as the caller wrote it.
 *
 * @param id of the account
 * @param from null for its opening
 * @param to null for now
 */
public record StatementQuery(
        @PathParam("id") String id, @QueryParam("from") String from, @QueryParam("to") String to) {}
