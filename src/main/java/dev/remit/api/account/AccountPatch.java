package dev.remit.api.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.remit.api.PlainText;
import dev.remit.api.SmallMetadata;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Money;
import dev.remit.ledger.TermsChange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to become of an account's terms, as a JSON Merge Patch: what is absent stays as it is,
 * what is null becomes what it is by default. A setter is called only for what is there.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396: JSON Merge Patch</a>
 */
@Schema(name = "AccountChange")
@RegisterForReflection
public class AccountPatch {

    @Schema(description = "Null takes it away", nullable = true, examples = "Alice")
    @Size(max = 255)
    @PlainText
    private String name;

    @Schema(hidden = true)
    private boolean hasName;

    @Schema(
            description = "How far below zero the balance may go, in minor units; null for not",
            nullable = true,
            examples = "500")
    @Min(0)
    @Max(Money.MAX)
    private Long overdraft;

    @Schema(
            description = "Which way no money moves; null for none",
            nullable = true,
            enumeration = {"none", "debits", "credits", "all"})
    @Pattern(regexp = AccountRequest.FROZEN, message = AccountRequest.FROZEN_MESSAGE)
    private String frozen;

    @Schema(hidden = true)
    private boolean clearsMetadata;

    @Schema(ref = "MetadataChange")
    @SmallMetadata(isPatch = true)
    private Map<String, String> metadata = Map.of();

    @JsonProperty
    public void setName(String name) {
        this.name = name;
        hasName = true;
    }

    @JsonProperty
    public void setOverdraft(Long overdraft) {
        this.overdraft = overdraft == null ? 0 : overdraft;
    }

    @JsonProperty
    public void setFrozen(String frozen) {
        this.frozen = frozen == null ? Frozen.NONE.text() : frozen;
    }

    @JsonProperty
    public void setMetadata(Map<String, String> metadata) {
        clearsMetadata = metadata == null;
        this.metadata = metadata == null ? Map.of() : metadata;
    }

    TermsChange change() {
        return new TermsChange(
                hasName ? Optional.ofNullable(name) : null,
                overdraft,
                frozen == null ? null : Frozen.parse(frozen),
                clearsMetadata,
                metadata);
    }
}
