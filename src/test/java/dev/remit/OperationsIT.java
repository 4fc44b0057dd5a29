package dev.remit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the package. */
@QuarkusIntegrationTest
@WithTestResource(PackageDatabase.class)
class OperationsIT extends OperationsTest {}
