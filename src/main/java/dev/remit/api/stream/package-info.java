/**
 * Answers that are too long to be put together before they are sent, or that go on for as long as
 * somebody listens.
 */
package dev.remit.api.stream;
