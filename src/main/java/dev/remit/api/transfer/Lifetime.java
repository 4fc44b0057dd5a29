package dev.remit.api.transfer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Only what is held ends by itself, and that after a time that one can wait for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Lifetime.Validator.class)
@interface Lifetime {

    String message() default
            "must be a time of more than nothing and at most 400 days, such as PT15M or P7D";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Lifetime, TransferRequest> {

        private static final Duration LEAST = Duration.ofNanos(1000);
        private static final Duration MOST = Duration.ofDays(400);
        private static final int LONGEST_TEXT = 40;

        @Override
        public boolean isValid(TransferRequest transfer, ConstraintValidatorContext context) {
            String text = transfer.expiresIn();
            if (text == null || transfer.isPending() && isLifetime(text)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            transfer.isPending()
                                    ? context.getDefaultConstraintMessageTemplate()
                                    : "must be absent where the transfer is not pending")
                    .addPropertyNode("expiresIn")
                    .addConstraintViolation();
            return false;
        }

        private static boolean isLifetime(String text) {
            if (text.length() > LONGEST_TEXT) {
                return false;
            }
            try {
                Duration lifetime = Duration.parse(text);
                return lifetime.compareTo(LEAST) >= 0 && lifetime.compareTo(MOST) <= 0;
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        /**
         * @param text a valid one; null for none
         */
        static Long micros(String text) {
            return text == null ? null : (Long) (Duration.parse(text).toNanos() / 1000);
        }
    }
}
