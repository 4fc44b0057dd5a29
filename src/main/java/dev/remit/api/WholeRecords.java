package dev.remit.api;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/**
 * What is validated has been read from a request as a whole. By default the persistence provider is
 * asked of each field that has a rule whether it has been loaded, which takes a third of the time
 * that validating a transfer does.
 */
@Singleton
class WholeRecords implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.enableTraversableResolverResultCache(false);
        configuration.traversableResolver(new Everything());
    }

    private static class Everything implements TraversableResolver {

        @Override
        public boolean isReachable(
                Object object,
                Path.Node property,
                Class<?> root,
                Path pathToObject,
                ElementType type) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object object,
                Path.Node property,
                Class<?> root,
                Path pathToObject,
                ElementType type) {
            return true;
        }
    }
}
