/**
 * Remit as a program elsewhere sees it: over HTTP, and nothing but that. Calls are repeated where
 * that is safe, and what became of one is always one of three things ({@link
 * dev.remit.client.CallFailed}) or its answer.
 */
package dev.remit.client;
