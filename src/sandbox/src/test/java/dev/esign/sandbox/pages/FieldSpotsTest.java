package dev.esign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.FieldKind;

class FieldSpotsTest {

    private static final FieldMark SIGNATURE = mark("1", FieldKind.SIGNATURE, "Buyer 1");
    private static final FieldMark SECOND_SIGNATURE = mark("2", FieldKind.SIGNATURE, "buyer 1");
    private static final FieldMark DATE = mark("3", FieldKind.DATE, "Seller");

    @Test
    void eachTagGetsTheFieldOfItsKindAndRole() {
        Map<Integer, FieldMark> matched = FieldSpots.match(List.of(SIGNATURE, SECOND_SIGNATURE, DATE),
                List.of("d_aut_Seller_100", "SIG_req_Buyer 1", "txt_req_Buyer 1", "sig_opt_BUYER 1_80", "sig_req_Buyer 1"));

        assertThat(matched).containsExactly(Map.entry(0, DATE), Map.entry(1, SIGNATURE), Map.entry(3, SECOND_SIGNATURE));
    }

    @Test
    void aFieldWithoutATagHasNoPlace() {
        assertThat(FieldSpots.match(List.of(DATE), List.of("d_aut_Buyer", "sig"))).isEmpty();
    }

    private static FieldMark mark(String id, FieldKind kind, String role) {
        return new FieldMark(new Field(id, kind, role, true, false, "", 1, "", 0, 0, List.of(), ""), 0);
    }
}
