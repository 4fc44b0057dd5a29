package dev.remit.api.monitor;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A monitor watches one line, so that each of its events is of that one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneLine.Validator.class)
@interface OneLine {

    String message() default "must be there where above is not, and only there";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is wrong is told of the first of the two. */
    class Validator implements ConstraintValidator<OneLine, MonitorRequest> {

        @Override
        public boolean isValid(MonitorRequest monitor, ConstraintValidatorContext context) {
            if ((monitor.below() == null) != (monitor.above() == null)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("below")
                    .addConstraintViolation();
            return false;
        }
    }
}
