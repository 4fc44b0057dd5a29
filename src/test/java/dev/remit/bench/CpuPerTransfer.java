package dev.remit.bench;

/**
 * CPU time used for one transfer, in microseconds; NaN where it cannot be known.
 *
 * @param client the benchmark itself, which is the program that uses SQL, or the load generator
 * @param service 0 where there is none
 * @param database all its processes
 */
record CpuPerTransfer(double client, double service, double database) {

    static final CpuPerTransfer UNKNOWN = new CpuPerTransfer(Double.NaN, Double.NaN, Double.NaN);
}
