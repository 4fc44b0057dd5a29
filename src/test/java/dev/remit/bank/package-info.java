/**
 * Clients who write down what they asked for and what they were answered, and the check of their
 * records against the books: whatever breaks in between, both have to agree.
 */
package dev.remit.bank;
