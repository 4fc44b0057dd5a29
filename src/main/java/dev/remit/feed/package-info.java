/**
 * Whatever happens to the ledger, handed to all who follow it: read once for all of them. It knows
 * nothing of how they tell it to others.
 *
 * <p>{@link dev.remit.feed.Feed#follow} is the way in. What has happened last is kept in memory
 * ({@link dev.remit.feed.Recent}) and kept up with by one thread ({@link dev.remit.feed.Tail}); who
 * is further behind gets pages of the journal ({@link dev.remit.feed.CatchUp}) until he has caught
 * up.
 */
package dev.remit.feed;
