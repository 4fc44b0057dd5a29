package dev.remit.bench;

/** What the reader of the figures has to know. */
final class Explanation {

    private Explanation() {}

    static String contenders(BenchmarkOptions options) {
        return """
        All move amounts between accounts that are drawn evenly, on the same database, in the same run, one
        after the other:

        * **a** is the shape that tutorials teach: a transaction per transfer reads both balances, checks them
          in the program, writes both back and commits, and is run again after a conflict. %1$d connections,
          plain JDBC, no service.
        * **b** is the best that hand-written SQL does without a service: one statement per transfer, which
          checks and moves the money, prepared on the server, committed by itself, and run again after a
          conflict. %1$d connections. Which statement is best depends on the database and on the contention:
          those below are tried for every number of accounts, and the fastest is taken.
        * **c** is Remit over HTTP: group commit, idempotency keys, and the full journal. Its load generator
          shares the machine with it. After each measurement every account's history is checked, and that each
          acknowledged transfer is in it exactly once.

        Not comparable: **b** keeps no journal and knows no idempotency, so it writes two rows per transfer
        where **c** writes three and their index entries. That favours **b**. **a** and **b** are called inside
        the program; **c** is called over HTTP, by more callers than a database has connections for. That is
        what its group commit lives on: with few callers the difference is smaller.

        After a conflict **a** and **b** pause at random for up to 5 ms, twice as long each further time, half
        a second at most. All take turns in each of the rounds (%2$d): a figure is the median of the rounds,
        and a ratio, always to **b**, the median of the ratios within a round.
        """
                .formatted(options.connections(), options.rounds());
    }

    static String columns() {
        return """
        Latency is that of acknowledged transfers, from before the first attempt, in milliseconds. Retries are
        the client's; Remit does its own. CPU time is in microseconds per transfer; the client is the program
        that uses SQL, or the load generator.
        """;
    }

    static String curve(BenchmarkOptions options) {
        return """
        The same over more numbers of accounts, %d s each, one round; **c** with %s callers.
        """
                .formatted(options.curveSeconds(), Figures.count(options.mostCallers()));
    }

    static String instances(BenchmarkOptions options) {
        return """
        %1$s callers on one instance of Remit, or spread evenly over two on the same database and the same
        accounts, one after the other and every second round the other way round. The second instance has
        been warmed up as well as the first. While only one is called the other idles.
        """
                .formatted(Figures.count(options.mostCallers()));
    }
}
