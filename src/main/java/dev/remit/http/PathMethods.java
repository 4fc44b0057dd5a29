package dev.remit.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which methods each path takes. The framework does not tell when it is asked with another one: it
 * answers 405 without {@code Allow}, or 404, or takes {@code batch} for an account's id.
 */
final class PathMethods {

    private static final String READ = "GET, HEAD, OPTIONS";
    private static final String WRITE = "POST, OPTIONS";

    /** Looked at first: among them are the paths of nearly all requests. */
    private static final Map<String, String> FIXED =
            Map.of(
                    "/accounts", "GET, HEAD, POST, OPTIONS",
                    "/accounts/batch", WRITE,
                    "/accounts/summary", READ,
                    "/transfers", WRITE);

    private record Form(Pattern path, String methods) {}

    private static final List<Form> WITH_ID =
            List.of(
                    new Form(Pattern.compile("/accounts/[^/]+"), "GET, HEAD, DELETE, OPTIONS"),
                    new Form(Pattern.compile("/accounts/[^/]+/transfers"), READ),
                    new Form(Pattern.compile("/accounts/[^/]+/(deposits|withdrawals)"), WRITE),
                    new Form(Pattern.compile("/transfers/[^/]+"), READ));

    private PathMethods() {}

    /** As {@code Allow} lists them; null if it is not one of the service's paths. */
    static String of(String path) {
        String methods = FIXED.get(path);
        if (methods != null) {
            return methods;
        }
        for (Form form : WITH_ID) {
            if (form.path().matcher(path).matches()) {
                return form.methods();
            }
        }
        return null;
    }

    static boolean allow(String methods, String method) {
        return List.of(methods.split(", ")).contains(method);
    }
}
