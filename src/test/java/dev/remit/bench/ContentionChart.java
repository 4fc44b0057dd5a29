package dev.remit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Throughput over the number of accounts, as an SVG picture. It brings its own background for a
 * light and for a dark screen: on a page whose colours are not known, lines without one may not be
 * seen.
 *
 * @param lines throughput by number of accounts, by the name of the line; their order gives them
 *     their colours
 */
record ContentionChart(String title, Map<String, Map<Integer, Double>> lines) {

    // Places of the frame in the picture, which is chart.svg.
    static final int LEFT = 76;
    static final int RIGHT = 640;
    static final int TOP = 56;
    static final int BOTTOM = 396;

    /** Between the names of two lines that end at the same height. */
    private static final double NAME_HEIGHT = 18;

    private static final int COLORS = 3;

    /** The picture as a whole file. */
    String svg() {
        LogScale x = horizontal();
        LogScale y = vertical();
        StringBuilder svg = new StringBuilder();
        text(svg, LEFT, TOP - 24, "start", "title", title);
        horizontalAxis(svg, x);
        verticalAxis(svg, y);
        lines(svg, x, y);
        return Report.resource("chart.svg")
                .replace("{title}", escape(title))
                .replace("{lines}", svg);
    }

    private LogScale horizontal() {
        List<Integer> accounts = accounts();
        return new LogScale(
                accounts.getFirst(),
                Math.max(accounts.getLast(), accounts.getFirst() + 1),
                LEFT,
                RIGHT);
    }

    private LogScale vertical() {
        List<Double> values =
                lines.values().stream().flatMap(line -> line.values().stream()).toList();
        return LogScale.decades(values, BOTTOM, TOP);
    }

    private List<Integer> accounts() {
        return lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void horizontalAxis(StringBuilder svg, LogScale x) {
        for (int accounts : accounts()) {
            double at = x.place(accounts);
            grid(svg, at, TOP, at, BOTTOM);
            text(svg, at, BOTTOM + 20, "middle", "", Figures.count(accounts));
        }
        text(svg, (LEFT + RIGHT) / 2.0, BOTTOM + 46, "middle", "", "accounts (logarithmic)");
    }

    private static void verticalAxis(StringBuilder svg, LogScale y) {
        for (double tick : y.ticks()) {
            double at = y.place(tick);
            grid(svg, LEFT, at, RIGHT, at);
            String label = tick < 1 ? String.valueOf(tick) : Figures.count(Math.round(tick));
            text(svg, LEFT - 10, at + 4, "end", "", label);
        }
        text(svg, LEFT, TOP - 8, "start", "", "transfers per second (logarithmic)");
    }

    private void lines(StringBuilder svg, LogScale x, LogScale y) {
        double highestName = TOP;
        List<String> inOrder = List.copyOf(lines.keySet());
        // From the top down: each name stands beside its line, but not over the one before.
        for (Map.Entry<String, Map<Integer, Double>> line : fromTheTop()) {
            String color = "color" + inOrder.indexOf(line.getKey()) % COLORS;
            List<Map.Entry<Integer, Double>> points =
                    line.getValue().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
            String path =
                    points.stream()
                            .map(
                                    p ->
                                            format(
                                                    "%.1f %.1f",
                                                    x.place(p.getKey()), y.place(p.getValue())))
                            .collect(Collectors.joining(" L ", "M ", ""));
            svg.append(format("<path class=\"line %s\" d=\"%s\"/>\n", color, path));
            points.forEach(
                    point ->
                            svg.append(
                                    format(
                                            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>\n",
                                            color,
                                            x.place(point.getKey()),
                                            y.place(point.getValue()))));
            double name = Math.max(y.place(points.getLast().getValue()), highestName);
            text(svg, RIGHT + 12, name + 4, "start", "name " + color, line.getKey());
            highestName = name + NAME_HEIGHT;
        }
    }

    private List<Map.Entry<String, Map<Integer, Double>>> fromTheTop() {
        int last = accounts().getLast();
        return lines.entrySet().stream()
                .sorted(
                        Map.Entry.comparingByValue(
                                (one, other) ->
                                        Double.compare(
                                                other.getOrDefault(last, 0.0),
                                                one.getOrDefault(last, 0.0))))
                .toList();
    }

    private static void grid(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(
                format(
                        "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                        x1, y1, x2, y2));
    }

    private static void text(
            StringBuilder svg, double x, double y, String anchor, String style, String text) {
        svg.append(
                format(
                        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                        style, x, y, anchor, escape(text)));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * Where a value stands on an axis on which every multiple has the same length.
     *
     * @param least value at the place {@code begin}, more than 0
     * @param most value at the place {@code end}
     */
    record LogScale(double least, double most, double begin, double end) {

        LogScale {
            if (!(least > 0 && most > least)) {
                throw new IllegalArgumentException("no scale from %s to %s".formatted(least, most));
            }
        }

        /** The whole decades around the values; those that are not more than 0 are left out. */
        static LogScale decades(List<Double> values, double begin, double end) {
            List<Double> positive = values.stream().filter(value -> value > 0).toList();
            double least = positive.stream().min(Double::compare).orElse(1.0);
            double most = positive.stream().max(Double::compare).orElse(1.0);
            double bottom = Math.floor(Math.log10(least));
            double top = Math.max(Math.ceil(Math.log10(most)), bottom + 1);
            return new LogScale(Math.pow(10, bottom), Math.pow(10, top), begin, end);
        }

        /** A value outside of the scale stands at its end. */
        double place(double value) {
            double inside = Math.min(Math.max(value, least), most);
            return begin + (end - begin) * Math.log(inside / least) / Math.log(most / least);
        }

        /** The powers of ten on the scale. */
        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            for (double exponent = Math.ceil(Math.log10(least));
                    Math.pow(10, exponent) <= most;
                    exponent++) {
                ticks.add(Math.pow(10, exponent));
            }
            return ticks;
        }
    }
}
