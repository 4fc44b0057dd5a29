package dev.remit.database;

import java.security.UnrecoverableKeyException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What to tell a person whose certificates keep them from their database: whose certificate is
 * wrong, and what is wrong with it.
 */
final class TlsDiagnosis {

    private TlsDiagnosis() {}

    /** One sentence, or nothing if it is not about TLS. */
    static Optional<String> of(SQLException error, DatabaseAddress address) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Optional<String> sentence =
                    switch (cause) {
                        case CertificateExpiredException e ->
                                sentence(
                                        "The certificate of the database %s has expired (%s): it has to be renewed, unless the clock of this machine is wrong.",
                                        address, e.getMessage());
                        case CertificateNotYetValidException e ->
                                sentence(
                                        "The certificate of the database %s is not valid yet (%s): is the clock of this machine right?",
                                        address, e.getMessage());
                        // The driver calls it an algorithm that is not to be had.
                        case UnrecoverableKeyException e ->
                                unusableKey("its password is not the one in sslpassword");
                        default -> Optional.empty();
                    };
            if (sentence.isPresent()) {
                return sentence;
            }
        }
        return about(error, address);
    }

    private static Optional<String> about(SQLException error, DatabaseAddress address) {
        String said = ConnectionDiagnosis.said(error);
        if (isPathWrong(error)) {
            return sentence(
                    "The certificate of the database %s is not signed by the authority whose certificate is in sslrootcert: put the one of this database's cluster there.",
                    address);
        }
        if (said.contains("hostnameverifier")) {
            return sentence(
                    "The certificate of the database %s is not for this host: put a name into DATABASE_URL that is in the certificate (sslmode=verify-ca would believe any host that has one of the same authority).",
                    address);
        }
        if (said.contains("does not support SSL")) {
            return sentence(
                    "The database %s offers no TLS, which sslmode in DATABASE_URL asks for: switch it on there.",
                    address);
        }
        if (said.contains("SSL connection required")) {
            return sentence(
                    "The database %s takes no connections without TLS: put sslmode=verify-full into DATABASE_URL, and its certificate into sslrootcert.",
                    address);
        }
        if (said.contains("valid client certificate")) {
            return sentence(
                    "The database %s wants a client certificate: name it with sslcert and its key with sslkey in DATABASE_URL.",
                    address);
        }
        if (said.contains("certificate authentication failed")) {
            return sentence(
                    "The client certificate in sslcert is not one for this user of the database %s (%s): its common name has to be the user in DATABASE_URL.",
                    address, said);
        }
        if (said.contains("fatal alert")) {
            return sentence(
                    "The database %s refuses the client certificate (%s): check sslcert and sslkey in DATABASE_URL.",
                    address, said);
        }
        if (said.contains("SSL key") || said.contains("keystore")) {
            return unusableKey(said);
        }
        if (said.contains("SSL") || said.contains("certificate")) {
            return sentence(
                    "No TLS connection to the database %s (%s): check sslmode and sslrootcert in DATABASE_URL.",
                    address, said);
        }
        return Optional.empty();
    }

    private static Optional<String> unusableKey(String because) {
        return sentence(
                "The key of the client certificate cannot be used (%s): check sslkey, which has to be PKCS-8 in DER or PKCS-12, and sslpassword in DATABASE_URL.",
                because);
    }

    private static boolean isPathWrong(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException
                    || cause instanceof CertPathValidatorException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> sentence(String format, Object... values) {
        return Optional.of(format.formatted(values));
    }
}
