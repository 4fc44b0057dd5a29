package dev.remit.api.transfer;

import dev.remit.PackageDatabase;
import dev.remit.RemitApi;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Order;

/** The same against the package. */
@QuarkusIntegrationTest
@WithTestResource(PackageDatabase.class)
@Order(RemitApi.LAST)
class FindTransfersIT extends FindTransfersTest {}
