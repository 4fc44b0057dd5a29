package dev.remit.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.api.BatchValidator;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.account.AccountRequest;
import dev.remit.api.csv.Columns;
import dev.remit.api.export.ExportedAccount;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.api.transfer.TransferRequest;
import dev.remit.api.transfer.TransferResponse;
import dev.remit.ledger.Command;
import jakarta.validation.groups.Default;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a row may have, and what it asks for: a row is read and checked as the body of a call of the
 * API is. So a field that is added there is a column here.
 */
abstract sealed class Table {

    /** What a column has in its cells. */
    enum CellKind {
        TEXT,
        NUMBER,
        TRUTH,
        JSON
    }

    private static final String ID = "id";

    private final FileContent content;
    private final ObjectMapper json;
    private final Map<String, CellKind> wanted = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /**
     * @param request what a row is read as
     * @param exported whose fields a row may have, too, which are overlooked
     */
    private Table(FileContent content, ObjectMapper json, Class<?> request, Class<?> exported) {
        this.content = content;
        this.json = json;
        json.getDeserializationConfig()
                .introspect(json.constructType(request))
                .findProperties()
                .forEach(this::want);
        known.addAll(wanted.keySet());
        known.addAll(Columns.of(exported, json));
    }

    static Table of(FileContent content, ObjectMapper json, BatchValidator validator) {
        return switch (content) {
            case ACCOUNTS -> new Accounts(json, validator);
            case TRANSFERS -> new Transfers(json, validator);
        };
    }

    private void want(BeanPropertyDefinition property) {
        wanted.put(property.getName(), kindOf(property.getPrimaryType()));
    }

    private static CellKind kindOf(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (Number.class.isAssignableFrom(raw)) {
            return CellKind.NUMBER;
        }
        if (raw == Boolean.class) {
            return CellKind.TRUTH;
        }
        boolean isText = raw == String.class || raw == UUID.class || raw == Instant.class;
        return isText || raw.isEnum() ? CellKind.TEXT : CellKind.JSON;
    }

    /** Of the columns that have to be there. */
    abstract List<String> needed();

    /** A column that is overlooked has texts, whatever is in it. */
    CellKind kindOf(String column) {
        return wanted.getOrDefault(column, CellKind.TEXT);
    }

    void checkKnown(String name) throws RowRefused {
        if (!known.contains(name)) {
            throw new RowRefused(
                    "There is no field %s in %s.".formatted(Problems.echo(name), content.plural()));
        }
    }

    static void checkId(ObjectNode row) throws RowRefused {
        if (!row.hasNonNull(ID)) {
            throw new RowRefused("The field id has to be given, or the row could be in twice.");
        }
    }

    /** What the row, which has an id, asks for. */
    Command command(ObjectNode row) throws RowRefused {
        for (Map.Entry<String, ?> field : row.properties()) {
            checkKnown(field.getKey());
        }
        try {
            return request(row);
        } catch (JsonProcessingException e) {
            throw new RowRefused(Problems.unreadable(e).detail());
        } catch (ProblemException e) {
            throw new RowRefused(e.problem().detail());
        }
    }

    abstract Command request(ObjectNode row) throws JsonProcessingException;

    /** The row as the body of a call. */
    <T> T read(ObjectNode row, Class<T> request) throws JsonProcessingException {
        return json.treeToValue(row.retain(wanted.keySet()), request);
    }

    static final class Accounts extends Table {

        private static final String BALANCE = "balance";
        private static final String OPENING_BALANCE = "openingBalance";

        private final BatchValidator validator;

        Accounts(ObjectMapper json, BatchValidator validator) {
            super(FileContent.ACCOUNTS, json, AccountRequest.class, ExportedAccount.class);
            this.validator = validator;
        }

        @Override
        List<String> needed() {
            return List.of(ID);
        }

        /**
         * It is opened with what it is opened with in an export, and not with what it held later.
         */
        @Override
        CellKind kindOf(String column) {
            return super.kindOf(column.equals(OPENING_BALANCE) ? BALANCE : column);
        }

        @Override
        Command request(ObjectNode row) throws JsonProcessingException {
            if (row.has(OPENING_BALANCE)) {
                row.set(BALANCE, row.get(OPENING_BALANCE));
            }
            AccountRequest request = read(row, AccountRequest.class);
            validator.check(request, Default.class);
            return request.command(new IdempotencyKey(request.id(), true));
        }
    }

    static final class Transfers extends Table {

        private final BatchValidator validator;

        Transfers(ObjectMapper json, BatchValidator validator) {
            super(FileContent.TRANSFERS, json, TransferRequest.class, TransferResponse.class);
            this.validator = validator;
        }

        @Override
        List<String> needed() {
            return List.of(ID, "amount");
        }

        @Override
        Command request(ObjectNode row) throws JsonProcessingException {
            TransferRequest request = read(row, TransferRequest.class);
            validator.check(request, TransferRequest.InBatch.class);
            return request.command(new IdempotencyKey(request.id(), true));
        }
    }
}
