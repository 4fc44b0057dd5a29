package dev.remit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.client.api.AccountsApi;
import dev.remit.client.api.LedgerApi;
import dev.remit.client.api.TransfersApi;
import dev.remit.client.model.Account;
import dev.remit.client.model.Event;
import dev.remit.client.model.HistoryItem;
import dev.remit.client.model.NewAccount;
import dev.remit.client.model.NewTransfer;
import dev.remit.client.model.Problem;
import dev.remit.client.model.Transfer;
import java.util.UUID;

/**
 * What somebody writes who has nothing of Remit but its address: the classes that this uses are
 * generated from the API document. GeneratedClientIT compiles and runs it.
 */
public final class MovesMoney {

    private static final ObjectMapper JSON =
            ApiClient.createDefaultObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final AccountsApi accounts;
    private final TransfersApi transfers;
    private final LedgerApi ledger;

    private MovesMoney(ApiClient service) {
        accounts = new AccountsApi(service);
        transfers = new TransfersApi(service);
        ledger = new LedgerApi(service);
    }

    /**
     * @param arguments the address of the service
     */
    public static void main(String[] arguments) throws ApiException, JsonProcessingException {
        ApiClient service = new ApiClient();
        service.updateBaseUri(arguments[0]);
        // An answer that is one of two kinds is the one that has just those members.
        service.setObjectMapper(JSON);
        new MovesMoney(service).run();
    }

    private void run() throws ApiException, JsonProcessingException {
        Account alice =
                accounts.openAccount(new NewAccount().name("Alice").balance(1000L), null, null);
        Account bob = accounts.openAccount(new NewAccount().name("Bob").balance(250L), null, null);
        System.out.printf(
                "%s has %d, %s has %d %s%n",
                alice.getName(),
                alice.getBalance(),
                bob.getName(),
                bob.getBalance(),
                bob.getCurrency());

        NewTransfer rent =
                new NewTransfer()
                        .from(alice.getId())
                        .to(bob.getId())
                        .amount(100L)
                        .reference("rent");
        String key = UUID.randomUUID().toString();
        Transfer moved = transfers.postTransfer(rent, key, null);
        System.out.printf("moved: %d and %d%n", moved.getFromBalance(), moved.getToBalance());

        ApiResponse<Transfer> again = transfers.postTransferWithHttpInfo(rent, key, null);
        System.out.printf(
                "again: %d, replayed %s, the same %s%n",
                again.getStatusCode(),
                again.getHeaders().get("idempotency-replayed"),
                again.getData().equals(moved));

        try {
            transfers.postTransfer(rent.amount(5000L), null, null);
        } catch (ApiException rejected) {
            Problem problem = JSON.readValue(rejected.getResponseBody(), Problem.class);
            System.out.printf(
                    "rejected: %d %s, available %d%n",
                    rejected.getCode(), problem.getType(), problem.getAvailable());
        }
        tell(alice.getId(), moved);
    }

    private void tell(UUID account, Transfer moved) throws ApiException {
        for (HistoryItem item :
                transfers
                        .getHistory(account, null, null, null, null, null, null, null)
                        .getItems()) {
            System.out.printf("history: %d to %d%n", item.getAmount(), item.getBalance());
        }
        System.out.printf(
                "now: %d, when it was moved: %d%n",
                accounts.getAccount(account, null).getAccount().getBalance(),
                accounts.getAccount(account, moved.getCreatedAt()).getAccountAt().getBalance());
        Event event =
                ledger.listEvents(1, (moved.getSequence() - 1) + ".999999999", null, null, account)
                        .getItems()
                        .getFirst();
        System.out.printf(
                "event: %s, the same %s%n",
                event.getType(), event.getData().getTransfer().equals(moved));
    }
}
