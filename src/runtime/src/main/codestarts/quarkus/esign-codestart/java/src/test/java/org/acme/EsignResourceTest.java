package org.acme;

import static io.restassured.RestAssured.given;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Runs against the sandbox, which the test starts by itself. */
@QuarkusTest
class EsignResourceTest {

    @Test
    void sendsTheAgreementForSignature() {
        String id = given().formParam("seller", "ada@example.com").formParam("buyer", "alan@example.com")
                .when().post("/esign")
                .then().statusCode(200).extract().asString();

        given().when().get("/esign/" + id)
                .then().statusCode(200).body(is("InSent"));
    }

    @Test
    void saysWhichSignerCannotBeWrittenTo() {
        given().formParam("seller", "ada@example.com").formParam("buyer", "not an address")
                .when().post("/esign")
                .then().statusCode(400).body(containsString("signers[1].email"));
    }

    @Test
    void knowsNoOtherSession() {
        given().when().get("/esign/another")
                .then().statusCode(404);
    }
}
