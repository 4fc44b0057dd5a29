package dev.remit.api;

import dev.remit.ledger.Metadata;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.TreeMap;

/** Metadata that can be kept: few enough texts, with names, that every database can store. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SmallMetadata.Validator.class)
public @interface SmallMetadata {

    int MAX_NAME_LENGTH = 100;

    /** Whether a name may be without a text, which takes away what was there. */
    boolean isPatch() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What metadata are to the ledger. */
    final class Texts {

        private static final String NOTHING = "{}";

        private Texts() {}

        /**
         * The text of {@link Metadata}; null if there are none.
         *
         * @param metadata may be null
         */
        public static String of(Map<String, String> metadata) {
            return metadata == null ? null : Metadata.text(new TreeMap<>(metadata));
        }

        /**
         * As an answer shows them: an object with nothing in it if there are none.
         *
         * @param text of {@link Metadata}, may be null
         */
        public static String shown(String text) {
            return text == null ? NOTHING : text;
        }
    }

    /** Null is fine. */
    class Validator implements ConstraintValidator<SmallMetadata, Map<String, String>> {

        private boolean isPatch;

        @Override
        public void initialize(SmallMetadata rule) {
            isPatch = rule.isPatch();
        }

        @Override
        public boolean isValid(Map<String, String> metadata, ConstraintValidatorContext context) {
            String broken = metadata == null ? null : brokenRule(metadata);
            if (broken == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(broken).addConstraintViolation();
            return false;
        }

        private String brokenRule(Map<String, String> metadata) {
            TreeMap<String, String> texts = new TreeMap<>();
            for (var entry : metadata.entrySet()) {
                String name = entry.getKey();
                String text = entry.getValue();
                if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
                    return "must have names of 1 to %d characters".formatted(MAX_NAME_LENGTH);
                }
                if (text == null && !isPatch) {
                    return "must have a text under each name";
                }
                if (!PlainText.Validator.isPlain(name)
                        || text != null && !PlainText.Validator.isPlain(text)) {
                    return PlainText.MESSAGE;
                }
                texts.put(name, text == null ? "" : text);
            }
            return Metadata.isTooLarge(Metadata.text(texts))
                    ? "must not be larger than %d bytes as JSON".formatted(Metadata.MAX_BYTES)
                    : null;
        }
    }
}
