package dev.remit.api.transfer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Money comes from somewhere or goes somewhere, and what is held is held on an account. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FromOrTo.Validator.class)
@interface FromOrTo {

    String message() default "must be there where to is not";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is missing is told of the first of the two. */
    class Validator implements ConstraintValidator<FromOrTo, TransferRequest> {

        @Override
        public boolean isValid(TransferRequest transfer, ConstraintValidatorContext context) {
            boolean isHeldNowhere = transfer.isPending() && transfer.from() == null;
            if (!isHeldNowhere && (transfer.from() != null || transfer.to() != null)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            isHeldNowhere
                                    ? "must be there where the transfer is pending"
                                    : context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("from")
                    .addConstraintViolation();
            return false;
        }
    }
}
