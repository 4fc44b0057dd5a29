package dev.remit.faults;

/** The ways in which pgjdbc can speak to a server, each with messages of its own. */
enum QueryMode {
    UNNAMED_STATEMENTS("prepareThreshold=0"),
    NAMED_STATEMENTS("prepareThreshold=1"),
    NAMED_AFTER_FIVE("prepareThreshold=5"),
    PREPARED_ONLY("preferQueryMode=extendedForPrepared"),
    SIMPLE("preferQueryMode=simple");

    final String parameters;

    QueryMode(String parameters) {
        this.parameters = parameters + "&autosave=never&socketTimeout=20";
    }
}
