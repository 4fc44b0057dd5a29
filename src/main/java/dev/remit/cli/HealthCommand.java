package dev.remit.cli;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code health}: asks the service of this machine whether it is ready. It is run every few seconds
 * in images that have neither a shell nor curl, so it starts nothing: no Quarkus, no threads.
 */
@Command(
        name = "health",
        description =
                "Asks the service on this machine, at the port that QUARKUS_HTTP_PORT names (8080), whether it is ready. For the health checks of containers.",
        separator = " ",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:it is ready", "1:it is not, or does not answer", "2:wrong options"})
final class HealthCommand implements Callable<Integer> {

    private static final int READY = 0;
    private static final int NOT_READY = 1;

    private static final String PATH = "/q/health/ready";

    /** Addresses at which nobody can be asked: they mean all of the machine's. */
    private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]");

    private static final int CONNECT_MILLIS = Math.toIntExact(Duration.ofSeconds(1).toMillis());

    /** The service takes a second at most to find out that its database does not answer. */
    private static final int ANSWER_MILLIS = Math.toIntExact(Duration.ofSeconds(2).toMillis());

    private static final int LONGEST_ANSWER = 4096;

    @ParentCommand private Arguments program;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "what to ask instead, such as http://localhost:9000" + PATH)
    private URI url;

    @Override
    public Integer call() {
        try {
            URI asked = url == null ? local() : url;
            String trouble = ask(asked);
            if (trouble == null) {
                program.out().println("ready");
                return READY;
            }
            program.err().printf("health: %s %s%n", asked, trouble);
        } catch (IllegalArgumentException e) {
            program.err().println("health: " + e.getMessage());
        }
        return NOT_READY;
    }

    /** Null if there is none. */
    private static String ask(URI url) {
        try {
            if (!(url.toURL().openConnection() instanceof HttpURLConnection connection)) {
                throw new IllegalArgumentException(url + " is not the URL of a service.");
            }
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            return status == HttpURLConnection.HTTP_OK
                    ? null
                    : "answers " + status + said(connection.getErrorStream());
        } catch (IOException e) {
            return "does not answer (" + e.getMessage() + ").";
        }
    }

    /** Which check has failed, as the service says it, in one line. */
    private static String said(InputStream body) throws IOException {
        if (body == null) {
            return ".";
        }
        try (body) {
            String text =
                    new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                            .replaceAll("\\s+", " ")
                            .strip();
            return text.isEmpty() ? "." : ": " + text;
        }
    }

    /** Where the service listens, by the settings that it finds in the same places. */
    private static URI local() {
        SmallRyeConfig settings =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .addSystemSources()
                        .withSources(new DotEnvConfigSourceProvider())
                        .build();
        String host =
                settings.getOptionalValue("quarkus.http.host", String.class)
                        .filter(address -> !ANY.contains(address))
                        .orElse("127.0.0.1");
        int port = settings.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
        return URI.create("http://" + host + ":" + port + PATH);
    }
}
