package dev.remit.api.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who gives the minor units of a currency of ISO 4217 gives those that it has. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RightMinorUnits.Validator.class)
@interface RightMinorUnits {

    String message() default "must be those of the currency, or absent";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is wrong with code or number by themselves is told by others. */
    class Validator implements ConstraintValidator<RightMinorUnits, AccountRequest> {

        @Override
        public boolean isValid(AccountRequest account, ConstraintValidatorContext context) {
            if (!account.hasOtherMinorUnits()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("minorUnits")
                    .addConstraintViolation();
            return false;
        }
    }
}
