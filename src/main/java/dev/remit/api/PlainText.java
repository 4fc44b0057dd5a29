package dev.remit.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that every database can store and give back unchanged: without U+0000, which PostgreSQL's
 * text type does not take, and without half surrogate pairs, which are not characters.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Validator.class)
public @interface PlainText {

    String MESSAGE = "must not contain U+0000 or half a surrogate pair";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is fine. */
    class Validator implements ConstraintValidator<PlainText, CharSequence> {

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            return text == null || isPlain(text);
        }

        public static boolean isPlain(CharSequence text) {
            return text.codePoints()
                    .noneMatch(
                            c ->
                                    c == 0
                                            || c >= Character.MIN_SURROGATE
                                                    && c <= Character.MAX_SURROGATE);
        }
    }
}
