/**
 * Tells others what happens, by calls of its own: who wants to know what, which instance tells
 * them, how a call is made and signed, and what is done about one that fails. Knows the journal,
 * and nothing of the API; how an event is written comes from there ({@link
 * dev.remit.webhook.MessageWriter}).
 */
package dev.remit.webhook;
