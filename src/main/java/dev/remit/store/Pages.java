package dev.remit.store;

import java.util.List;

/** Something long, read page by page; between two pages nothing is held. */
public interface Pages<T> {

    /** The next one, which is not empty; empty at the end. */
    List<T> next();
}
