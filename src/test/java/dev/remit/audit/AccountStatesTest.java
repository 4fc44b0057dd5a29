package dev.remit.audit;

import static dev.remit.audit.AccountStates.BYTES_PER_ACCOUNT;
import static dev.remit.audit.AccountStates.CLOSED;
import static dev.remit.audit.AccountStates.NEVER_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountStatesTest {

    @Test
    void anAccountTakesAsManyBytesAsIsSaid() {
        int expected = 100_000;
        AccountStates accounts = new AccountStates(expected);
        assertThat(accounts.bytes()).isEqualTo((long) expected * BYTES_PER_ACCOUNT);

        for (int i = 0; i < expected; i++) {
            accounts.put(new UUID(i, 0), i, i);
        }

        assertThat(accounts.size()).isEqualTo(expected);
        assertThat(accounts.bytes()).isEqualTo((long) expected * BYTES_PER_ACCOUNT);
    }

    @Test
    void moreThanExpectedTakeMoreButNeverTwiceAsMuch() {
        AccountStates accounts = new AccountStates(0);
        for (int i = 0; i < 10_000; i++) {
            accounts.put(new UUID(0, i), i, i);
            if (i > 100) {
                assertThat(accounts.bytes()).isLessThan(2L * BYTES_PER_ACCOUNT * (i + 1));
            }
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(accounts.balance(new UUID(0, i))).isEqualTo(i);
        }
    }

    @Test
    void isWhatAMapOfAccountsIs() {
        Random random = new Random(20260101);
        AccountStates accounts = new AccountStates(20);
        Map<UUID, Long> versions = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            UUID account = new UUID(random.nextInt(10), random.nextInt(10));
            long version = versions.getOrDefault(account, NEVER_OPENED);
            assertThat(accounts.version(account)).isEqualTo(version);
            assertThat(accounts.isOpen(account)).isEqualTo(version >= 0);
            assertThat(accounts.balance(account)).isEqualTo(version >= 0 ? version * 7 : 0);
            if (version >= 0 && random.nextBoolean()) {
                accounts.close(account);
                versions.put(account, CLOSED);
            } else {
                long next = random.nextLong(1, 1_000);
                accounts.put(account, next * 7, next);
                versions.put(account, next);
            }
        }

        Map<UUID, Long> open = new HashMap<>();
        accounts.visitOpen((account, balance, version) -> open.put(account, version));
        assertThat(accounts.size()).isEqualTo(versions.size());
        versions.values().removeIf(version -> version == CLOSED);
        assertThat(open).isEqualTo(versions);
    }
}
