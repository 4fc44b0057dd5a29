package dev.remit.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Starts a browser that shows nothing, remembers nothing, and knows no host but this one. */
final class Headless {

    private static final List<String> ARGUMENTS =
            List.of(
                    "--headless=new",
                    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                    "--hide-scrollbars",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--force-color-profile=srgb",
                    "--lang=en-US");

    private Headless() {}

    /**
     * @param folder for its profile and for what it downloads
     */
    static Screen start(Chromium chromium, Path folder) throws IOException {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromium.driver().toFile())
                        .usingAnyFreePort()
                        .withLogFile(folder.resolve("chromedriver.log").toFile())
                        .build();
        return new Screen(
                new ChromeDriver(service, options(chromium, folder, downloads)), downloads);
    }

    private static ChromeOptions options(Chromium chromium, Path folder, Path downloads) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.program().toFile());
        options.addArguments(ARGUMENTS);
        options.addArguments("--user-data-dir=" + folder.resolve("profile"));
        // Its sandbox is not for root, which is who builds in a container.
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox");
        }
        options.setExperimentalOption(
                "prefs", Map.of("download.default_directory", downloads.toString()));
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }
}
