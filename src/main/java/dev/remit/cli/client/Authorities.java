package dev.remit.cli.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Who may have signed the service's certificate. */
final class Authorities {

    private Authorities() {}

    /** Those that the JVM trusts. */
    static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the certificates that the JVM trusts cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where there is no certificate. To read all those that the JVM trusts takes a while. */
    static SSLContext none() {
        try {
            return context(new TrustManager[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Those of a file, and no others.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static SSLContext of(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate authority : certificates(file)) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return context(trust.getTrustManagers());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "the certificates in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static SSLContext context(TrustManager... trusted) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted, null);
        return context;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, CertificateException {
        try (InputStream pem = new BufferedInputStream(Files.newInputStream(file))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new CertificateException("there is none in it");
            }
            return certificates;
        }
    }
}
