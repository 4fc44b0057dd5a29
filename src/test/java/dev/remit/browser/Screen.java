package dev.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console as somebody has it before them, who can type, click and wait. */
final class Screen implements AutoCloseable {

    static final int NARROW = 360;
    static final int WIDE = 1400;

    private static final int HEIGHT = 900;

    /** A busy machine. Nobody waits for as long who is not about to fail. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;
    private final Path downloads;
    private final BrowserLog log;
    private URI service;

    Screen(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
        this.log = new BrowserLog(driver.manage().logs());
    }

    /** As if the browser had just been opened. */
    void reset(URI service) {
        this.service = service;
        List<String> windows = List.copyOf(driver.getWindowHandles());
        for (String window : windows.subList(1, windows.size())) {
            driver.switchTo().window(window).close();
        }
        driver.switchTo().window(windows.getFirst());
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        scripts(true);
        scheme("light");
        width(WIDE);
        log.forget();
    }

    /** In the window that is in front. */
    void open(String path) {
        driver.get(service.resolve(path).toString());
    }

    /** In a window of its own, which comes to the front. */
    String openBeside(String path) {
        driver.switchTo().newWindow(WindowType.TAB);
        scheme("light");
        width(WIDE);
        open(path);
        return window();
    }

    String window() {
        return driver.getWindowHandle();
    }

    void show(String window) {
        driver.switchTo().window(window);
    }

    /** The window that was opened last. */
    String last() {
        return List.copyOf(driver.getWindowHandles()).getLast();
    }

    String path() {
        String url = driver.getCurrentUrl();
        return url.substring(service.toString().length());
    }

    /** What there is already. */
    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** What stands in a field. */
    String value(String selector) {
        return find(selector).getDomProperty("value");
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    /** Waits for it. */
    WebElement see(String selector) {
        return waiting()
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Waits until this is what stands there. */
    void see(String selector, String text) {
        waiting().until(ExpectedConditions.textToBe(By.cssSelector(selector), text));
    }

    /** Follows a link or presses a button that leads to another page, and waits for that page. */
    void go(String selector) {
        leave(() -> see(selector).click());
    }

    /** Waits for another page than this one. */
    void leave(Runnable action) {
        WebElement page = find("html");
        action.run();
        // While the pages change places, the browser answers with errors of its own.
        waiting().ignoring(WebDriverException.class).until(ExpectedConditions.stalenessOf(page));
        see("main");
    }

    /** Instead of what stands there. */
    void type(String selector, String text) {
        WebElement field = see(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Into whatever has the focus. */
    void press(CharSequence... keys) {
        focused().sendKeys(keys);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Goes on from where the focus is, until it is there. */
    void tabTo(String selector) {
        for (int i = 0; i < 200; i++) {
            press(Keys.TAB);
            if ((boolean) run("return document.activeElement.matches(arguments[0])", selector)) {
                return;
            }
        }
        throw new AssertionError("the focus never comes to " + selector);
    }

    void width(int width) {
        size(width, HEIGHT);
    }

    void size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width == NARROW));
    }

    /**
     * @param scheme light or dark
     */
    void scheme(String scheme) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Whether pages may run any. */
    void scripts(boolean allowed) {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runToEnd(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /**
     * The content of the only file that has been downloaded, once it is there. Chromium takes a
     * file's place with an empty one, and then moves there what it has received.
     */
    String downloaded(String ending) {
        return waiting()
                .until(
                        any -> {
                            try (var files = Files.list(downloads)) {
                                Path file =
                                        files.filter(it -> it.toString().endsWith(ending))
                                                .filter(it -> it.toFile().length() > 0)
                                                .findFirst()
                                                .orElse(null);
                                return file == null ? null : Files.readString(file);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }

    void picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Nothing was amiss with the pages, and nothing was asked of anybody else. */
    void assertClean() {
        BrowserLog.Seen seen = log.read();
        assertThat(seen.complaints()).isEmpty();
        assertThat(seen.requests()).isNotEmpty().allMatch(url -> isFromHere(url));
    }

    WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    }

    private boolean isFromHere(String url) {
        return url.startsWith(service + "/") || url.startsWith("about:") || url.startsWith("data:");
    }

    private void cdp(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
