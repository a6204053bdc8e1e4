package org.acme;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same tests with the packaged application. */
@QuarkusIntegrationTest
class EsignResourceIT extends EsignResourceTest {
}
