package dev.esign.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, of the executable. */
@QuarkusIntegrationTest
class WireIT extends WireTest {

    /** The executable has 64 MB of memory for it. */
    @Override
    int largeDocument() {
        return 100_000_000;
    }
}
