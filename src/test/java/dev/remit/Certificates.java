package dev.remit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Authorities of a test's own and what they sign, made by the JDK's keytool. */
public final class Certificates {

    private static final String PASSWORD = "only-for-tests";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;

    /**
     * @param folder where the files will be
     */
    public Certificates(Path folder) {
        this.folder = folder;
    }

    /**
     * A certificate and its key.
     *
     * @param certificate in PEM
     * @param key in PEM
     * @param derKey in DER, as the PostgreSQL driver wants it
     */
    public record Pair(Path certificate, Path key, Path derKey) {}

    /** Its certificate, in PEM. */
    public Path authority(String name) {
        keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-ext", "bc:c");
        return write(name).certificate();
    }

    /**
     * @param authority who signs it
     * @param name its subject
     * @param more options of keytool
     */
    public Pair issue(String authority, String name, String... more) {
        String alias = authority + '-' + name + '-' + String.join("", more).hashCode();
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-dname",
                                "CN=" + name,
                                "-signer",
                                authority));
        arguments.addAll(List.of(more));
        keytool(arguments.toArray(String[]::new));
        return write(alias);
    }

    /**
     * The pair as a PKCS-12 key store, with the name in it that the PostgreSQL driver looks for.
     */
    public Path keyStore(Pair pair, String password) {
        String alias = pair.certificate().getFileName().toString().replace(".crt", "");
        Path file = folder.resolve(alias + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore all = all();
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(
                    "user",
                    all.getKey(alias, PASSWORD.toCharArray()),
                    password.toCharArray(),
                    all.getCertificateChain(alias));
            one.store(out, password.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        // It runs for less than a second.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", PASSWORD));
        try {
            Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes());
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path store() {
        return folder.resolve("all.p12");
    }

    private KeyStore all() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store())) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(in, PASSWORD.toCharArray());
            return all;
        }
    }

    private Pair write(String alias) {
        try {
            KeyStore all = all();
            StringBuilder chain = new StringBuilder();
            for (Certificate certificate : all.getCertificateChain(alias)) {
                chain.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            Key key = all.getKey(alias, PASSWORD.toCharArray());
            return new Pair(
                    Files.writeString(folder.resolve(alias + ".crt"), chain),
                    secret(alias + ".key", pem("PRIVATE KEY", key.getEncoded()).getBytes()),
                    secret(alias + ".pk8", key.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL takes no key that others may read. */
    private Path secret(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(what, LINES.encodeToString(content));
    }
}
