package dev.remit.api.access;

import java.util.Set;

/**
 * Whom a token speaks for.
 *
 * @param subject its {@code sub}, under which the history names them
 * @param knownUntil {@link System#nanoTime()} at which the token has to be verified again
 * @param validUntil the same, at which its own end comes
 */
record Caller(String subject, Set<Scope> scopes, long knownUntil, long validUntil) {}
