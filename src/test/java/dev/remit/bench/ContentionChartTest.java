package dev.remit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ContentionChartTest {

    private static final double NAME_HEIGHT = 15;

    @Test
    void everyPointIsInsideTheFrame() throws Exception {
        List<Element> points = elements(parse(chart()), "circle");

        assertThat(points).hasSize(9);
        assertThat(points)
                .allSatisfy(
                        point -> {
                            assertThat(number(point, "cx"))
                                    .isBetween(
                                            (double) ContentionChart.LEFT,
                                            (double) ContentionChart.RIGHT);
                            assertThat(number(point, "cy"))
                                    .isBetween(
                                            (double) ContentionChart.TOP,
                                            (double) ContentionChart.BOTTOM);
                        });
    }

    @Test
    void moreIsHigherAndFurtherRight() throws Exception {
        List<Element> tutorial = ofColor(elements(parse(chart()), "circle"), "color0");

        assertThat(tutorial).extracting(point -> number(point, "cx")).isSorted();
        assertThat(tutorial)
                .extracting(point -> -number(point, "cy"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void linesThatEndAtTheSameHeightHaveNamesBesideEachOther() throws Exception {
        List<Double> heights =
                elements(parse(chart()), "text").stream()
                        .filter(text -> text.getAttribute("class").startsWith("name"))
                        .map(text -> number(text, "y"))
                        .sorted()
                        .toList();

        assertThat(heights).hasSize(3);
        assertThat(heights.get(1) - heights.get(0)).isGreaterThan(NAME_HEIGHT);
        assertThat(heights.get(2) - heights.get(1)).isGreaterThan(NAME_HEIGHT);
    }

    @Test
    void namesAreEscaped() throws Exception {
        Map<String, Map<Integer, Double>> lines = Map.of("<&\">", Map.of(2, 1.0, 10, 2.0));

        Document svg = parse(new ContentionChart("A & B", lines));

        assertThat(elements(svg, "text")).extracting(Element::getTextContent).contains("<&\">");
    }

    @Test
    void aScaleHasTheDecadesAroundItsValues() {
        ContentionChart.LogScale scale =
                ContentionChart.LogScale.decades(List.of(3.0, 0.0, 900.0), 0, 300);

        assertThat(scale.ticks()).containsExactly(1.0, 10.0, 100.0, 1_000.0);
        assertThat(scale.place(10)).isCloseTo(100, within(1e-9));
        assertThat(scale.place(0)).isZero();
        assertThat(ContentionChart.LogScale.decades(List.of(), 0, 300).ticks())
                .containsExactly(1.0, 10.0);
    }

    /** Includes a measurement in which nothing was posted, and two lines with the same end. */
    private static ContentionChart chart() {
        Map<String, Map<Integer, Double>> lines = new LinkedHashMap<>();
        lines.put("a", Map.of(2, 0.0, 100, 120.0, 10_000, 700.0));
        lines.put("b", Map.of(2, 90.0, 100, 1_100.0, 10_000, 1_200.0));
        lines.put("c", Map.of(2, 11_000.0, 100, 9_000.0, 10_000, 1_200.0));
        return new ContentionChart("Transfers per second", lines);
    }

    private static Document parse(ContentionChart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<Element> ofColor(List<Element> elements, String color) {
        return elements.stream().filter(each -> each.getAttribute("class").equals(color)).toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
