/** Answers that are too long to be put together before they are sent. */
package dev.remit.api.stream;
