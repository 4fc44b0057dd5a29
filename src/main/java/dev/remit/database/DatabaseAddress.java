package dev.remit.database;

/**
 * Where a database is, as a person would say it.
 *
 * @param hosts with their ports
 * @param database the driver's default if it is empty
 */
record DatabaseAddress(String hosts, String database) {

    /**
     * Of a JDBC URL, whoever wrote it: what cannot be taken apart is shown as it is, without its
     * parameters.
     */
    static DatabaseAddress of(String jdbcUrl) {
        String text = jdbcUrl.replaceFirst("[?#].*", "").replaceFirst("^jdbc:postgresql:(//)?", "");
        int slash = text.indexOf('/');
        return slash < 0
                ? new DatabaseAddress(text, "")
                : new DatabaseAddress(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return hosts + '/' + database;
    }
}
