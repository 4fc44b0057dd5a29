package dev.remit.devdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.database.DatabaseUrl;
import dev.remit.database.StartupFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private final List<String> tried = new ArrayList<>();

    private final Candidate container = absent("container", "no container engine answers");
    private final Candidate binary = absent("binary", "no cockroach on the PATH");
    private final Candidate embedded = present("embedded");

    @Test
    void theFirstThatStartsIsTakenAndNoneAfterIt() {
        var choice =
                Choice.start(List.of(container, present("binary"), embedded), Optional.empty());
        assertThat(choice.description()).isEqualTo("the binary one");
        assertThat(tried).containsExactly("container", "binary");
    }

    @Test
    void oneLineTellsWhichRunsWhereAndWhyNotAnEarlierOne() {
        assertThat(Choice.start(List.of(container, binary, embedded), Optional.empty()))
                .hasToString(
                        "Development database: the embedded one at jdbc:postgresql://127.0.0.1:1234/postgres"
                                + " (not container: no container engine answers;"
                                + " not binary: no cockroach on the PATH)");
    }

    @Test
    void theFirstChoiceNeedsNoReason() {
        assertThat(Choice.start(List.of(embedded), Optional.empty()))
                .hasToString(
                        "Development database: the embedded one at jdbc:postgresql://127.0.0.1:1234/postgres");
    }

    @Test
    void aForcedOneIsTheOnlyOneTried() {
        var choice = Choice.start(List.of(container, binary, embedded), Optional.of("embedded"));
        assertThat(choice.reasons()).isEmpty();
        assertThat(tried).containsExactly("embedded");
    }

    @Test
    void aForcedOneThatFailsEndsTheStart() {
        assertThatThrownBy(
                        () ->
                                Choice.start(
                                        List.of(container, binary, embedded),
                                        Optional.of("binary")))
                .isInstanceOf(StartupFailure.class)
                .hasMessage(
                        "The development database that remit.devdb asks for cannot be started (binary: no cockroach on"
                                + " the PATH): set DATABASE_URL to one of your own, or change that.");
        assertThat(tried).containsExactly("binary");
    }

    @Test
    void anUnknownNameEndsTheStartWithTheNamesThatThereAre() {
        assertThatThrownBy(
                        () ->
                                Choice.start(
                                        List.of(container, binary, embedded), Optional.of("mysql")))
                .isInstanceOf(StartupFailure.class)
                .hasMessage(
                        "remit.devdb is 'mysql', but it has to be one of: container, binary, embedded.");
        assertThat(tried).isEmpty();
    }

    @Test
    void whenNothingStartsEveryReasonIsGiven() {
        assertThatThrownBy(() -> Choice.start(List.of(container, binary), Optional.empty()))
                .isInstanceOf(StartupFailure.class)
                .hasMessage(
                        "No development database can be started (container: no container engine answers; binary: no"
                                + " cockroach on the PATH): set DATABASE_URL to one of your own.");
    }

    private Candidate absent(String name, String reason) {
        return new Candidate(
                name,
                "the " + name + " one",
                () -> {
                    tried.add(name);
                    throw new NotAvailable(reason);
                });
    }

    private Candidate present(String name) {
        return new Candidate(
                name,
                "the " + name + " one",
                () -> {
                    tried.add(name);
                    return new Fake();
                });
    }

    private static final class Fake implements DevServer {

        @Override
        public DatabaseUrl url() {
            return DatabaseUrl.parse("postgresql://postgres@127.0.0.1:1234/postgres");
        }

        @Override
        public void close() {}
    }
}
