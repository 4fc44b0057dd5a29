package dev.remit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.OwnDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real database makes of it, in binary and as text. */
class UuidArrayTest {

    private static final OwnDatabase DATABASE = OwnDatabase.create("uuid_array");

    static Stream<List<UUID>> arrays() {
        UUID id = UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210");
        UUID lowest = new UUID(0, 0);
        UUID highest = new UUID(-1, -1);
        return Stream.of(
                List.of(),
                List.of(id),
                List.of(lowest, highest, id, id),
                Arrays.asList(id, null, highest),
                Collections.singletonList(null),
                Stream.generate(UUID::randomUUID).limit(3000).toList());
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void arrivesInBinary(List<UUID> ids) throws SQLException {
        assertThat(arrived(ids, "2951")).isEqualTo(ids);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void arrivesAsTextWhereTheConnectionIsNotAskedForMore(List<UUID> ids) throws SQLException {
        assertThat(arrived(ids, "")).isEqualTo(ids);
    }

    private static List<UUID> arrived(List<UUID> ids, String binary) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", DATABASE.user());
        properties.setProperty("binaryTransferEnable", binary);
        List<UUID> arrived = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(DATABASE.url(), properties);
                PreparedStatement statement =
                        connection.prepareStatement("SELECT unnest(?::uuid[])")) {
            new Parameters(statement).uuids(ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    arrived.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return arrived;
    }
}
