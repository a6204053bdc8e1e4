package dev.esign.service;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The API of the packaged service. */
@QuarkusIntegrationTest
class SessionsIT extends SessionsTest {
}
