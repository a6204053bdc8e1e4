package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConsumerTest {

    @Test
    void tagIsWritten() {
        assertEquals("<sig_req_Seller 1_150>", Consumer.tag());
    }

    @Test
    void sandboxRespondsToRequest() throws Exception {
        String response = Consumer.encrypted();

        assertTrue(response.startsWith("200 "), response);
    }
}
