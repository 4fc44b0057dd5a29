package dev.remit.bench;

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

    private static final int WIDTH = 840;
    private static final int HEIGHT = 460;
    static final int LEFT = 76;
    static final int RIGHT = 640;
    static final int TOP = 56;
    static final int BOTTOM = 396;

    /** Between the names of two lines that end at the same height. */
    private static final double NAME_HEIGHT = 18;

    private static final String STYLE =
            """
            <style>
              .background { fill: #ffffff; }
              text { fill: #1f2328; font: 13px system-ui, sans-serif; }
              .title { font-size: 16px; font-weight: 600; }
              .grid { stroke: #d8dee4; stroke-width: 1; }
              .color0 { stroke: #bc4c00; fill: #bc4c00; }
              .color1 { stroke: #0969da; fill: #0969da; }
              .color2 { stroke: #1a7f37; fill: #1a7f37; }
              @media (prefers-color-scheme: dark) {
                .background { fill: #0d1117; }
                text { fill: #e6edf3; }
                .grid { stroke: #30363d; }
                .color0 { stroke: #f0883e; fill: #f0883e; }
                .color1 { stroke: #58a6ff; fill: #58a6ff; }
                .color2 { stroke: #3fb950; fill: #3fb950; }
              }
              path.line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
              text.name { stroke: none; font-weight: 600; }
            </style>
            """;
    private static final int COLORS = 3;

    /** The picture as a whole file. */
    String svg() {
        LogScale x = horizontal();
        LogScale y = vertical();
        StringBuilder svg = new StringBuilder();
        svg.append(
                format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">\n",
                        WIDTH, HEIGHT, WIDTH, HEIGHT));
        svg.append("<title>").append(escape(title)).append("</title>\n").append(STYLE);
        svg.append(
                format(
                        "<rect class=\"background\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n",
                        WIDTH, HEIGHT));
        text(svg, LEFT, TOP - 24, "start", "title", title);
        horizontalAxis(svg, x);
        verticalAxis(svg, y);
        lines(svg, x, y);
        return svg.append("</svg>\n").toString();
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
        NamePlaces names = new NamePlaces(TOP, NAME_HEIGHT);
        List<String> inOrder = List.copyOf(lines.keySet());
        // From the top down, as the names have to be placed.
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
            double end = names.place(y.place(points.getLast().getValue()));
            text(svg, RIGHT + 12, end + 4, "start", "name " + color, line.getKey());
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
}
