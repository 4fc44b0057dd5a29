package dev.remit.console.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A script, style or picture of the pages, as the program has it.
 *
 * @param tag names just this content
 */
record Asset(String name, String type, String tag, byte[] content, byte[] compressed) {

    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String STYLE = "text/css;charset=UTF-8";
    private static final int TAG_DIGITS = 16;

    private static final Map<String, Asset> ALL =
            Stream.of(
                            read("vendor", "htmx.min.js", SCRIPT),
                            read("vendor", "htmx-sse.min.js", SCRIPT),
                            read("vendor", "uplot.min.js", SCRIPT),
                            read("vendor", "uplot.min.css", STYLE),
                            read("assets", "console.js", SCRIPT),
                            read("assets", "console.css", STYLE),
                            read("assets", "icon.svg", "image/svg+xml"))
                    .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

    static Optional<Asset> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Asset read(String folder, String name, String type) {
        try (InputStream in = Asset.class.getResourceAsStream("/console/" + folder + '/' + name)) {
            byte[] content = in.readAllBytes();
            return new Asset(name, type, tag(content), content, compress(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, TAG_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] compress(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
