package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.Driver;

class DatabaseUrlTest {

    private static final Path HOME = Path.of("/home/ann");
    private static final String ROOT_CRT = "%2Fhome%2Fann%2F.postgresql%2Froot.crt";

    /** In every URL that is refused and has a password; no sentence may contain it. */
    private static final String SECRET = "s3cr3t";

    static Stream<Arguments> accepted() {
        return Stream.of(
                // CockroachDB Cloud
                arguments(
                        "postgresql://ann:pw@free-1.gcp.cockroachlabs.cloud:26257/bank?sslmode=verify-full&options=--cluster%3Dfunny-cat-123",
                        "jdbc:postgresql://free-1.gcp.cockroachlabs.cloud:26257/bank?sslmode=verify-full&options=--cluster%3Dfunny-cat-123&sslrootcert="
                                + ROOT_CRT,
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h:26257/bank?sslmode=verify-full&options=--cluster=funny-cat-123",
                        "jdbc:postgresql://h:26257/bank?sslmode=verify-full&options=--cluster%3Dfunny-cat-123&sslrootcert="
                                + ROOT_CRT,
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h/bank?sslmode=verify-full&sslrootcert=$HOME/.postgresql/root.crt&options=--cluster%3Dc-1",
                        "jdbc:postgresql://h:26257/bank?sslmode=verify-full&sslrootcert="
                                + ROOT_CRT
                                + "&options=--cluster%3Dc-1",
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h/bank?sslmode=verify-ca",
                        "jdbc:postgresql://h:26257/bank?sslmode=verify-ca&sslrootcert=" + ROOT_CRT,
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h/bank?sslmode=verify-full&sslrootcert=~/certs/ca.crt",
                        "jdbc:postgresql://h:26257/bank?sslmode=verify-full&sslrootcert=%2Fhome%2Fann%2Fcerts%2Fca.crt",
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h/bank?sslmode=verify-full&sslrootcert=%7E%2Fcerts%2Fca.crt",
                        "jdbc:postgresql://h:26257/bank?sslmode=verify-full&sslrootcert=%2Fhome%2Fann%2Fcerts%2Fca.crt",
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h/bank?sslrootcert=${HOME}/ca.crt&sslmode=verify-full",
                        "jdbc:postgresql://h:26257/bank?sslrootcert=%2Fhome%2Fann%2Fca.crt&sslmode=verify-full",
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h/bank?sslmode=verify-full&sslrootcert=/etc/ca.crt",
                        "jdbc:postgresql://h:26257/bank?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.crt",
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h/bank?sslmode=verify-full&sslrootcert=system",
                        "jdbc:postgresql://h:26257/bank?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://ann:pw@h/bank?sslmode=require",
                        "jdbc:postgresql://h:26257/bank?sslmode=require",
                        "ann",
                        "pw"),

                // A local cluster
                arguments(
                        "postgresql://root@localhost:26257/defaultdb?sslmode=disable",
                        "jdbc:postgresql://localhost:26257/defaultdb?sslmode=disable",
                        "root",
                        null),
                arguments(
                        "postgres://root@localhost/bank",
                        "jdbc:postgresql://localhost:26257/bank",
                        "root",
                        null),
                arguments(
                        "cockroachdb://root@localhost:26257/bank?sslmode=disable",
                        "jdbc:postgresql://localhost:26257/bank?sslmode=disable",
                        "root",
                        null),
                arguments(
                        "postgresql://localhost/bank",
                        "jdbc:postgresql://localhost:26257/bank",
                        null,
                        null),
                arguments(
                        "POSTGRESQL://root@LocalHost:5432/Bank",
                        "jdbc:postgresql://LocalHost:5432/Bank",
                        "root",
                        null),
                arguments(
                        "postgresql://root@localhost:26258/bank?sslcert=certs/client.root.crt&sslkey=certs/client.root.key.pk8&sslmode=verify-full&sslrootcert=certs/ca.crt",
                        "jdbc:postgresql://localhost:26258/bank?sslcert=certs%2Fclient.root.crt&sslkey=certs%2Fclient.root.key.pk8&sslmode=verify-full&sslrootcert=certs%2Fca.crt",
                        "root",
                        null),
                arguments(
                        " \tpostgresql://root@h/bank\n",
                        "jdbc:postgresql://h:26257/bank",
                        "root",
                        null),
                arguments(
                        "\"postgresql://root@h/bank\"",
                        "jdbc:postgresql://h:26257/bank",
                        "root",
                        null),
                arguments(
                        "'postgresql://root@h/bank'",
                        "jdbc:postgresql://h:26257/bank",
                        "root",
                        null),

                // Several hosts, and addresses
                arguments(
                        "postgresql://root@a:26257,b:26258,c/bank",
                        "jdbc:postgresql://a:26257,b:26258,c:26257/bank",
                        "root",
                        null),
                arguments(
                        "postgresql://a,b/bank",
                        "jdbc:postgresql://a:26257,b:26257/bank",
                        null,
                        null),
                arguments(
                        "postgresql://root@[::1]/bank",
                        "jdbc:postgresql://[::1]:26257/bank",
                        "root",
                        null),
                arguments(
                        "postgresql://ann:pw@[2001:db8::1]:5432,[2001:db8::2]/bank",
                        "jdbc:postgresql://[2001:db8::1]:5432,[2001:db8::2]:26257/bank",
                        "ann",
                        "pw"),
                arguments(
                        "postgresql://[::1]:26257/bank?ApplicationName=a@b",
                        "jdbc:postgresql://[::1]:26257/bank?ApplicationName=a%40b",
                        null,
                        null),
                arguments(
                        "postgresql://root@10.0.0.7:1/bank",
                        "jdbc:postgresql://10.0.0.7:1/bank",
                        "root",
                        null),
                arguments(
                        "postgresql://h:65535/bank", "jdbc:postgresql://h:65535/bank", null, null),

                // User names and passwords
                arguments(
                        "postgresql://ann:%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25%20@h/bank",
                        "jdbc:postgresql://h:26257/bank", "ann", ":/?#[]@!$&'()*+,;=% "),
                arguments(
                        "postgresql://ann:p:[]@!$&'()*+,;=@h/bank",
                        "jdbc:postgresql://h:26257/bank",
                        "ann",
                        "p:[]@!$&'()*+,;="),
                arguments(
                        "postgresql://ann:a+b@h/bank",
                        "jdbc:postgresql://h:26257/bank",
                        "ann",
                        "a+b"),
                arguments(
                        "postgresql://ann:a{b}<c>@h/bank",
                        "jdbc:postgresql://h:26257/bank",
                        "ann",
                        "a{b}<c>"),
                arguments(
                        "postgresql://ann:%3Cpassword%3E@h/bank",
                        "jdbc:postgresql://h:26257/bank", "ann", "<password>"),
                arguments(
                        "postgresql://ann:${x}y\\$@h/bank",
                        "jdbc:postgresql://h:26257/bank",
                        "ann",
                        "${x}y\\$"),
                arguments(
                        "postgresql://ann:p%C3%A4ss@h/bank",
                        "jdbc:postgresql://h:26257/bank", "ann", "päss"),
                arguments(
                        "postgresql://ann%40corp:pw@h/bank",
                        "jdbc:postgresql://h:26257/bank", "ann@corp", "pw"),
                arguments(
                        "postgresql://ann:@h/bank", "jdbc:postgresql://h:26257/bank", "ann", null),
                arguments(
                        "postgresql://h/bank?user=ann&password=p%26w",
                        "jdbc:postgresql://h:26257/bank", "ann", "p&w"),

                // JDBC
                arguments(
                        "jdbc:postgresql://h:26257/bank?user=ann&password=p+w%2B&sslmode=require",
                        "jdbc:postgresql://h:26257/bank?sslmode=require", "ann", "p w+"),
                arguments(
                        "jdbc:postgresql://a,b:26258/bank?targetServerType=any",
                        "jdbc:postgresql://a:26257,b:26258/bank?targetServerType=any",
                        null,
                        null),
                arguments(
                        "jdbc:postgresql://ann:pw@h/bank",
                        "jdbc:postgresql://h:26257/bank",
                        "ann",
                        "pw"),

                // Parameters and names
                arguments(
                        "postgresql://h/bank?application_name=my+app&connect_timeout=3&target_session_attrs=any",
                        "jdbc:postgresql://h:26257/bank?ApplicationName=my%2Bapp&connectTimeout=3&targetServerType=any",
                        null,
                        null),
                arguments(
                        "postgresql://h/bank?&a&b=",
                        "jdbc:postgresql://h:26257/bank?a=&b=",
                        null,
                        null),
                arguments(
                        "postgresql://h/my%20bank%2F1",
                        "jdbc:postgresql://h:26257/my%20bank%2F1", null, null),
                arguments(
                        "postgresql://h/bank?options=-c%20statement_timeout%3D5s%20--cluster%3Dc",
                        "jdbc:postgresql://h:26257/bank?options=-c%20statement_timeout%3D5s%20--cluster%3Dc",
                        null,
                        null),
                arguments(
                        "postgresql://h/cat-1.bank",
                        "jdbc:postgresql://h:26257/cat-1.bank",
                        null,
                        null));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                // As tutorials print it
                arguments("{postgresql://ann:s3cr3t@h/bank}", "in braces"),
                arguments("{DATABASE_URL}", "in braces"),
                arguments("${DATABASE_URL}", "in braces"),
                arguments("$DATABASE_URL", "name of a variable"),
                arguments("<postgresql://ann:s3cr3t@h/bank>", "angle brackets"),
                arguments(
                        "postgresql://ann:<password>@h/bank",
                        "placeholder in < > or { } for the password"),
                arguments(
                        "postgresql://ann:{password}@h/bank",
                        "placeholder in < > or { } for the password"),
                arguments(
                        "postgresql://<username>:s3cr3t@h/bank",
                        "placeholder in < > or { } for the user"),
                arguments(
                        "postgresql://ann:s3cr3t@<host>:26257/bank",
                        "for the host or the database"),
                arguments("postgresql://ann:s3cr3t@h/{database}", "for the host or the database"),
                arguments(
                        "postgresql://ann:s3cr3t@h/bank?options=--cluster=<name>",
                        "for a parameter"),
                arguments("postgresql://ann:REVEAL_PASSWORD@h/bank", "REVEAL_PASSWORD"),
                arguments("postgresql://ann:<REVEAL_PASSWORD>@h/bank", "REVEAL_PASSWORD"),

                // Scheme
                arguments("", "has to begin with postgresql://"),
                arguments("mysql://ann:s3cr3t@h/bank", "not with mysql://"),
                arguments("http://h/bank", "not with http://"),
                arguments(
                        "cockroachdb+psycopg2://ann:s3cr3t@h/bank",
                        "not with cockroachdb+psycopg2://"),
                arguments("jdbc:mysql://h/bank?password=s3cr3t", "not with jdbc:mysql://"),
                arguments("jdbc:postgresql:bank", "has to begin with postgresql://"),
                arguments("ann:s3cr3t@h/bank", "has to begin with postgresql://"),
                arguments("postgresql:/h/bank", "has to begin with postgresql://"),

                // Database
                arguments("postgresql://ann:s3cr3t@h", "names no database"),
                arguments("postgresql://ann:s3cr3t@h:26257/", "names no database"),
                arguments("postgresql://ann:s3cr3t@h?sslmode=disable", "names no database"),
                arguments("postgresql://ann:s3cr3t@h/?sslmode=disable", "names no database"),
                arguments("postgresql://ann:s3cr3t@h/bank/more", "write it as %2F"),

                // Hosts and ports
                arguments("postgresql:///bank", "names no host"),
                arguments("postgresql://ann:s3cr3t@/bank", "names no host"),
                arguments("postgresql://ann:s3cr3t@a,,b/bank", "empty host"),
                arguments("postgresql://ann:s3cr3t@h:port/bank", "bad port"),
                arguments("postgresql://ann:s3cr3t@h:0/bank", "bad port"),
                arguments("postgresql://ann:s3cr3t@h:65536/bank", "bad port"),
                arguments("postgresql://ann:s3cr3t@h:-1/bank", "bad port"),
                arguments("postgresql://ann:s3cr3t@h:/bank", "bad port"),
                arguments("postgresql://ann:s3cr3t@h:999999999999/bank", "bad port"),
                arguments("postgresql://ann:s3cr3t@2001:db8::1/bank", "in brackets"),
                arguments("postgresql://ann:s3cr3t@ho st/bank", "neither a name nor an address"),
                arguments("postgresql://ann:s3cr3t@%2Ftmp/bank", "neither a name nor an address"),
                arguments("postgresql://ann:s3cr3t@[::1/bank", "more than one ':'"),

                // TLS
                arguments(
                        "postgresql://ann:s3cr3t@h/bank?sslmode=verify_full",
                        "the sslmode 'verify_full', but it has to be one of: disable, allow, prefer, require, verify-ca, verify-full"),
                arguments("postgresql://ann:s3cr3t@h/bank?sslmode=", "the sslmode '', but"),
                arguments("postgresql://ann:s3cr3t@h/bank?sslmode", "the sslmode '', but"),
                arguments(
                        "postgresql://ann:s3cr3t@h/bank?ssl_mode=verify-full",
                        "a parameter 'ssl_mode', which nobody knows: write sslmode"),
                arguments("postgresql://ann:s3cr3t@h/bank?sslMode=require", "write sslmode"),
                arguments("postgresql://ann:s3cr3t@h/bank?sslmdoe=require", "write sslmode"),
                arguments("postgresql://ann:s3cr3t@h/bank?SSLMODE=require", "write sslmode"),
                arguments(
                        "postgresql://ann:s3cr3t@h/bank?sslmode=verify-full&sslrootcrt=x",
                        "write sslrootcert"),
                arguments(
                        "jdbc:postgresql://h/bank?user=ann&password=s3cr3t&ssl-key=x",
                        "write sslkey"),

                // Escapes
                arguments("postgresql://ann:s3cr3t%@h/bank", "write a real '%' as %25"),
                arguments("postgresql://ann:s3cr3t%4@h/bank", "write a real '%' as %25"),
                arguments("postgresql://ann:s3cr3t@h/bank?a=%zz", "write a real '%' as %25"),
                arguments("postgresql://ann:s3cr3t/x@h/bank", "%2F, %3F and %23"),
                arguments("postgresql://ann:s3cr3t?x@h/bank", "%2F, %3F and %23"),
                arguments("postgresql://ann:s3cr3t#x@h/bank", "%2F, %3F and %23"),
                arguments("postgresql://ann:12/s3cr3t@h/bank", "%2F, %3F and %23"),
                arguments("postgresql://ann:s3cr3t@h/bank#x", "write it as %23"));
    }

    @ParameterizedTest
    @MethodSource
    void accepted(String url, String jdbcUrl, String username, String password) {
        assertThat(DatabaseUrl.parse(url, HOME))
                .isEqualTo(
                        new DatabaseUrl(
                                jdbcUrl,
                                Optional.ofNullable(username),
                                Optional.ofNullable(password)));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theDriverUnderstandsEveryAcceptedUrl(String url) {
        assertThat(Driver.parseURL(DatabaseUrl.parse(url, HOME).jdbcUrl(), new Properties()))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithOneSentenceThatNamesTheMistakeAndNotThePassword(String url, String mistake) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url, HOME))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessageStartingWith("DATABASE_URL ")
                .hasMessageContaining(mistake)
                .hasMessageEndingWith(".")
                .message()
                .doesNotContain(SECRET)
                .doesNotContain("\n");
    }

    @Test
    void theClusterOfAServerlessUrlReachesTheDriver() {
        var url =
                DatabaseUrl.parse(
                        "postgresql://ann:pw@h/bank?options=--cluster%3Dfunny-cat-123", HOME);
        assertThat(Driver.parseURL(url.jdbcUrl(), new Properties()))
                .containsEntry("options", "--cluster=funny-cat-123")
                .containsEntry("PGHOST", "h")
                .containsEntry("PGPORT", "26257")
                .containsEntry("PGDBNAME", "bank");
    }

    @Test
    void thePasswordIsNotInTheText() {
        var url = DatabaseUrl.parse("postgresql://ann:s3cr3t@h/bank?sslpassword=s3cr3t", HOME);
        assertThat(url).hasToString("jdbc:postgresql://h:26257/bank");
    }
}
