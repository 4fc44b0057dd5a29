/**
 * The commands that talk to a service: what they take, and what they show of its answers to people
 * and to scripts. What is said over HTTP is in {@link dev.remit.client}.
 */
package dev.remit.cli.client;
