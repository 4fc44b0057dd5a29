package dev.remit.faults;

/**
 * A fault that was chosen for one statement of one connection. {@code connection} counts from 1 in
 * the order of their arrival at the proxy.
 */
public record Injection(Fault fault, String sql, int connection) {

    @Override
    public String toString() {
        return fault + " on connection " + connection + ": " + sql.strip().replaceAll("\\s+", " ");
    }
}
