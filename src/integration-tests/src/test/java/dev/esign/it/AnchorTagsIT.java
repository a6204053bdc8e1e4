package dev.esign.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, of the executable. */
@QuarkusIntegrationTest
class AnchorTagsIT extends AnchorTagsTest {
}
