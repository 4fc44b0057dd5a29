package dev.remit.bench;

/** Places names from the top down, each beside its line, but none over the one before. */
final class NamePlaces {

    private final double distance;
    private double next;

    /**
     * @param top the highest place, in pixels from above
     * @param distance the least between two names
     */
    NamePlaces(double top, double distance) {
        this.next = top;
        this.distance = distance;
    }

    double place(double wanted) {
        double place = Math.max(wanted, next);
        next = place + distance;
        return place;
    }
}
