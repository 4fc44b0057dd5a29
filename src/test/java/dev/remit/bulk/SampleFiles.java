package dev.remit.bulk;

import dev.remit.RemitApi;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Accounts and transfers that are all possible, the same for the same seed. */
final class SampleFiles {

    private static final String[] NAMES = {
        "", "Alice", "\"Zoë, \"\"the\r\n\"\"\"\"second\"", "=1+1", "\"\"", " x ", "\uD83D\uDE00"
    };

    private static final String[] CURRENCIES = {"USD,", "EUR,2", "BTC,8"};

    private final Random random = new Random(42);
    private final UUID[] accounts;
    private final long[] balances;

    SampleFiles(int accounts) {
        this.accounts = new UUID[accounts];
        this.balances = new long[accounts];
    }

    UUID account(int index) {
        return accounts[index];
    }

    /** With columns of its own choice, and in its own order. */
    void writeAccounts(Path csv) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("name,currency,minorUnits,id,openingBalance,overdraft,metadata\n");
            for (int i = 0; i < accounts.length; i++) {
                accounts[i] = id();
                balances[i] = i % 5 == 0 ? 0 : random.nextInt(100_000);
                out.write(
                        NAMES[i % NAMES.length]
                                + ','
                                + CURRENCIES[i % CURRENCIES.length]
                                + ','
                                + accounts[i]
                                + ','
                                + balances[i]
                                + (i % 4 == 0 ? ",50,\"{\"\"n\"\":\"\"" + i + "\"\"}\"" : ",,")
                                + '\n');
            }
        }
    }

    /** In the order in which they are possible. */
    void writeTransfers(Path ndjson, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(ndjson)) {
            for (int i = 0; i < rows; i++) {
                out.write(RemitApi.text(transfer(i)));
                out.write('\n');
            }
        }
    }

    private Map<String, Object> transfer(int row) {
        Map<String, Object> transfer = new LinkedHashMap<>();
        transfer.put("id", id());
        int from = random.nextInt(accounts.length);
        int to = (from + CURRENCIES.length * (1 + random.nextInt(5))) % accounts.length;
        boolean isDeposit = balances[from] == 0 || from == to || to % 3 != from % 3;
        if (isDeposit) {
            to = from;
        }
        long amount = 1 + (isDeposit ? random.nextInt(1000) : random.nextLong(balances[from]));
        boolean isWithdrawal = !isDeposit && row % 50 == 0;
        if (!isDeposit) {
            transfer.put("from", accounts[from]);
            balances[from] -= amount;
        }
        if (!isWithdrawal) {
            transfer.put("to", accounts[to]);
            balances[to] += amount;
        }
        transfer.put("amount", amount);
        if (row % 3 == 0) {
            transfer.put("reference", row % 9 == 0 ? "" : "row \"" + row + "\",\n");
        }
        if (row % 7 == 0) {
            transfer.put("metadata", Map.of("row", "no. " + row));
        }
        return transfer;
    }

    private UUID id() {
        return new UUID(
                random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }
}
