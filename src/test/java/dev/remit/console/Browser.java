package dev.remit.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Asks for pages as a browser does, and looks at every page that it gets. */
final class Browser {

    private static final String ACCEPT =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** A page, or that there is another one to go to. */
    record Page(Response response, Document document) {

        Page expect(int status) {
            assertThat(response.statusCode()).as(document.body().text()).isEqualTo(status);
            return this;
        }

        /** The path of the page to which this one leads. */
        String location() {
            assertThat(response.statusCode()).as(document.body().text()).isEqualTo(303);
            return URI.create(response.header("Location")).getPath();
        }

        /** What stands in the element that is the only one of its kind. */
        String text(String selector) {
            return element(selector).text();
        }

        Element element(String selector) {
            List<Element> found = document.select(selector);
            assertThat(found).as(selector + " in " + document.body().text()).hasSize(1);
            return found.getFirst();
        }

        boolean has(String selector) {
            return !document.select(selector).isEmpty();
        }

        List<String> texts(String selector) {
            return document.select(selector).eachText();
        }

        FormElement form(String selector) {
            return (FormElement) element(selector);
        }
    }

    /** As whoever has brought a token. */
    static Browser with(String token) {
        Browser browser = new Browser();
        browser.cookies.put(Session.COOKIE, token);
        return browser;
    }

    Page open(String path) {
        return look(request().urlEncodingEnabled(false).get(path));
    }

    /** Follows the only link of its kind. */
    Page follow(Page page, String selector) {
        return open(page.element(selector).attr("href"));
    }

    /**
     * Sends a form.
     *
     * @param typed into its fields
     * @param button that is pressed; null if there is only one, which has no name
     */
    Page send(FormElement form, Map<String, String> typed, String button) {
        Map<String, String> data = new LinkedHashMap<>();
        for (Connection.KeyVal field : form.formData()) {
            data.put(field.key(), field.value());
        }
        assertThat(data.keySet()).containsAll(typed.keySet());
        data.putAll(typed);
        if (button != null) {
            Element pressed = form.select("button[value=" + button + "]").first();
            data.put(pressed.attr("name"), pressed.attr("value"));
        }
        return form.attr("method").equals("post")
                ? post(form.attr("action"), data)
                : look(request().queryParams(data).get(form.attr("action")));
    }

    Page post(String path, Map<String, String> data) {
        return look(
                request()
                        .header("Origin", RestAssured.baseURI + ':' + RestAssured.port)
                        .contentType(ContentType.URLENC.withCharset("UTF-8"))
                        .formParams(data)
                        .post(path));
    }

    RequestSpecification request() {
        return given().accept(ACCEPT).cookies(cookies).redirects().follow(false);
    }

    /** What is true of all pages. */
    static Page look(Response response) {
        Page page = new Page(response, Jsoup.parse(response.asString()));
        assertThat(response.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
        if (!response.asString().isEmpty()) {
            assertThat(response.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertLoadsOnlyItsOwn(page);
            assertCanBeUsedByEverybody(page);
        }
        return page;
    }

    private static void assertLoadsOnlyItsOwn(Page page) {
        Document document = page.document();
        assertThat(document.select("script:not([src]), style, [style], [srcdoc]")).isEmpty();
        assertThat(document.select("script[src]").eachAttr("src"))
                .allMatch(address -> address.startsWith(ConsoleRoutes.ASSETS));
        assertThat(document.select("link[href]").eachAttr("href"))
                .allMatch(address -> address.startsWith(ConsoleRoutes.ASSETS));
        assertThat(document.select("a[href]").eachAttr("href"))
                .allMatch(address -> address.startsWith("/") || address.startsWith("#"));
        for (Element element : document.getAllElements()) {
            element.attributes()
                    .forEach(
                            attribute ->
                                    assertThat(attribute.getKey())
                                            .doesNotStartWith("on")
                                            .doesNotStartWith("hx-on"));
        }
    }

    private static void assertCanBeUsedByEverybody(Page page) {
        Document document = page.document();
        assertThat(page.element("html").attr("lang")).isEqualTo("en");
        assertThat(page.text("title")).endsWith(" – Remit");
        assertThat(page.text("h1")).isNotBlank();
        assertThat(page.element("a.skip").attr("href")).isEqualTo("#content");
        assertThat(page.element("main").id()).isEqualTo("content");
        assertThat(document.select("table:not(:has(caption))")).isEmpty();
        for (Element field : document.select("input:not([type=hidden]), select")) {
            assertThat(document.select("label[for=" + field.id() + "]")).as(field.id()).hasSize(1);
        }
        assertThat(document.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (String described :
                document.select("[aria-describedby]").eachAttr("aria-describedby")) {
            for (String id : described.split(" ")) {
                assertThat(document.getElementById(id)).as(id).isNotNull();
            }
        }
    }
}
