package dev.remit.cli.client;

import dev.remit.client.Endpoint;
import dev.remit.client.Patience;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;

/** Which service is asked, for how long, and in which form its answer is shown. */
final class ServiceOptions {

    private static final String URL_VARIABLE = "REMIT_URL";
    private static final String AUTHORITIES_VARIABLE = "REMIT_CA_FILE";
    private static final String USUAL_URL = "http://localhost:8080";

    @Option(
            names = "--url",
            paramLabel = "URL",
            order = 90,
            description =
                    "the service (default: $"
                            + URL_VARIABLE
                            + ", else "
                            + USUAL_URL
                            + "); the token for it is $"
                            + Token.VARIABLE)
    private String url;

    @Option(
            names = "--ca-file",
            paramLabel = "file",
            order = 91,
            description =
                    "certificates in PEM, of which one has signed that of the service (default: $"
                            + AUTHORITIES_VARIABLE
                            + ", else those that the JVM trusts)")
    private Path authorities;

    @Option(
            names = "--timeout",
            paramLabel = "seconds",
            order = 92,
            defaultValue = "10",
            description = "how long to wait for one answer (default ${DEFAULT-VALUE})")
    private Duration timeout;

    @Option(
            names = "--patience",
            paramLabel = "seconds",
            order = 93,
            defaultValue = "30",
            description =
                    "how long to ask again if there is no answer, or a service that cannot work now (default ${DEFAULT-VALUE})")
    private Duration patience;

    @Option(
            names = "--json",
            order = 94,
            description =
                    "print the answer as the service gives it: a document, or one a line of a list")
    private boolean json;

    boolean json() {
        return json;
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    Patience patience() {
        if (!isLongerThanNothing(timeout) || !isLongerThanNothing(patience)) {
            throw new IllegalArgumentException("--timeout and --patience are more than 0");
        }
        return new Patience(timeout, patience);
    }

    private static boolean isLongerThanNothing(Duration time) {
        return !time.isZero() && !time.isNegative();
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    Endpoint endpoint(Surroundings around) {
        URI service = url(around);
        return new Endpoint(
                service,
                Token.of(around.variable(Token.VARIABLE)),
                isEncrypted(service) ? authorities(around) : Authorities.none());
    }

    private SSLContext authorities(Surroundings around) {
        String file = around.variable(AUTHORITIES_VARIABLE);
        if (authorities != null || file != null) {
            return Authorities.of(authorities != null ? authorities : Path.of(file));
        }
        return Authorities.usual();
    }

    private static boolean isEncrypted(URI url) {
        return "https".equals(url.getScheme());
    }

    private URI url(Surroundings around) {
        String variable = around.variable(URL_VARIABLE);
        String text = url != null ? url : variable != null ? variable : USUAL_URL;
        try {
            URI service = URI.create(text);
            if (isService(service)) {
                return service;
            }
        } catch (IllegalArgumentException e) {
            // Not shown: there may be a password in it.
        }
        throw new IllegalArgumentException(
                (url != null ? "--url" : URL_VARIABLE)
                        + " needs the URL of a service, such as "
                        + USUAL_URL
                        + " or https://remit.example.com");
    }

    private static boolean isService(URI url) {
        return ("http".equals(url.getScheme()) || isEncrypted(url))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }
}
