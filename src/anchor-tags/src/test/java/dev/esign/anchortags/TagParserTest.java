package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagParserTest {

    private final AnchorTags tags = AnchorTags.standard();

    @ParameterizedTest
    @ValueSource(strings = { "dt_req_buyer", "d_aut_buyer_150", "sig_req_seller_100", "chk_req_client", "rdo_req_client_3",
            "ddl_req_client_50_Birds_Mammals_Vertebrates", "txt_req_borrower_100_9", "txt_req_borrower_100", "sig_req_100",
            "ddl_req_client_50_1_2" })
    void readsWhatTheDocumentationShows(String text) {
        TagReading reading = tags.parse("<" + text + ">");

        assertThat(reading.problems()).isEmpty();
        assertThat(tags.write(reading.tag().orElseThrow())).isEqualTo("<" + text + ">");
    }

    @Test
    void readsAWidthBelowTheLeastAsTheDefault() {
        TagReading reading = tags.parse("t_opt_seller_10");

        assertThat(reading.tag()).contains(new DateTag(TagType.TIME, TagOption.OPTIONAL, "seller", OptionalInt.of(10)));
        assertThat(reading.tag().orElseThrow().effectiveWidth()).hasValue(100);
        assertThat(reading.problems()).extracting(TagProblem::message)
                .containsExactly("width: 10 is below 50, eSign takes 100; write 50 or more, or leave it out");
    }

    @ParameterizedTest
    @CsvSource({ "3, 6", "6, 6", "28, 28", "40, 28" })
    void movesTheFontSizeIntoItsRange(int given, int effective) {
        TagReading reading = tags.parse("txt_req_buyer_100_" + given);

        assertThat(((TextTag) reading.tag().orElseThrow()).fontSize()).hasValue(given);
        assertThat(((TextTag) reading.tag().orElseThrow()).effectiveFontSize()).hasValue(effective);
        assertThat(codes(reading)).isEqualTo(given == effective ? List.of() : List.of(FindingCode.FONT_SIZE_CLAMPED));
    }

    @ParameterizedTest
    @CsvSource({
            "sgi_req_Seller 1, UNKNOWN_TYPE",
            "signature_opt_Seller 1, UNKNOWN_TYPE",
            "sig_rqe_Seller 1, UNKNOWN_OPTION",
            "sig, UNKNOWN_OPTION",
            "sig_aut_Seller 1, OPTION_NOT_ALLOWED",
            "sig_req, ROLE_MISSING",
            "sig_req_, ROLE_MISSING",
            "sig_req__100, ROLE_MISSING",
            "rdo_req_client, RADIO_COUNT",
            "rdo_req_client_1, RADIO_COUNT",
            "rdo_req_client_11, RADIO_COUNT",
            "rdo_req_client_two, RADIO_COUNT",
            "ddl_req_client_50, DROPDOWN_WITHOUT_ITEMS",
            "ddl_req_client_50_, DROPDOWN_WITHOUT_ITEMS",
            "ddl_req_client_Birds_Mammals, DROPDOWN_WITHOUT_WIDTH",
            "John Smith, EATEN_TEXT",
            "john_smith@example.com, EATEN_TEXT",
            "'', EATEN_TEXT" })
    void makesNoTagOfWhatIsNone(String text, FindingCode code) {
        TagReading reading = tags.parse("<" + text + ">");

        assertThat(reading.tag()).isEmpty();
        assertThat(codes(reading)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
            "sig_req_Seller 1_wide, WIDTH_NOT_A_NUMBER",
            "sig_req_Seller 1_100px, WIDTH_NOT_A_NUMBER",
            "sig_req_Seller 1_-5, WIDTH_NOT_A_NUMBER",
            "sig_req_Seller 1_, WIDTH_NOT_A_NUMBER",
            "sig_req_Seller 1_99999999999, WIDTH_NOT_A_NUMBER",
            "sig_req_Seller 1_0, WIDTH_BELOW_MINIMUM",
            "txt_req_Seller 1_100_big, FONT_SIZE_NOT_A_NUMBER",
            "sig_req_Seller 1_100_9, UNEXPECTED_PART",
            "txt_req_Seller 1_100_9_5, UNEXPECTED_PART",
            "chk_req_Seller 1_20, UNEXPECTED_PART",
            "rdo_req_Seller 1_3_20, UNEXPECTED_PART",
            "ddl_req_Seller 1_50_a__b, EMPTY_ITEM",
            "SIG_REQ_Seller 1, UPPER_CASE" })
    void takesTheRestOfATagThatIsPartlyWrong(String text, FindingCode code) {
        TagReading reading = tags.parse(text);

        assertThat(reading.tag()).map(AnchorTag::role).contains("Seller 1");
        assertThat(codes(reading)).containsExactly(code);
    }

    @Test
    void takesWhatStandsBeforeANumberAsTheRole() {
        assertThat(tags.parse("sig_req_seller_one_100").tag()).contains(
                new SignatureTag(TagOption.REQUIRED, "seller_one", OptionalInt.of(100)));
        assertThat(codes(tags.parse("sig_req_seller_one_100"))).containsExactly(FindingCode.ROLE_WITH_UNDERSCORE);
        assertThat(tags.parse("chk_req_seller_one").tag()).map(AnchorTag::role).contains("seller_one");
    }

    @Test
    void takesTheLongestKnownRole() {
        List<String> roles = List.of("seller", "Seller_One", "seller_one_100");

        assertThat(tags.parse("sig_req_seller_one", roles).tag()).map(AnchorTag::role).contains("seller_one");
        assertThat(tags.parse("sig_req_seller_one_100", roles).tag()).map(AnchorTag::role).contains("seller_one_100");
        assertThat(tags.parse("sig_req_seller_100", roles).tag()).map(AnchorTag::role).contains("seller");
        assertThat(tags.parse("ddl_req_seller_one_50_a", roles).tag()).map(AnchorTag::role).contains("seller_one");
    }

    @Test
    void readsTheSpacesOfDropdownItems() {
        assertThat(((DropdownTag) tags.itemSpace('|').parse("ddl_req_client_50_item|1_item|2").tag().orElseThrow()).items())
                .containsExactly("item 1", "item 2");
        assertThat(((DropdownTag) tags.parse("ddl_req_client_50_item|1").tag().orElseThrow()).items())
                .containsExactly("item|1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sig_req_Seller\u00a01_100", "sig_req_Seller  1_100", "sig_req_Seller\n1_100",
            "\u200bsig_req_Seller\t1_100", " sig _ req _ Seller 1 _ 100 ", "sig_\u00adreq_Seller 1_100" })
    void takesAnySpaceForASpace(String text) {
        assertThat(tags.parse(text).tag()).contains(AnchorTag.signature("Seller 1").width(100));
    }

    @Test
    void readsNoMoreThanTheLongestTag() {
        TagReading reading = tags.parse("<sig_req_" + "x".repeat(5_000) + ">");

        assertThat(reading.tag()).isEmpty();
        assertThat(reading.text()).hasSize(AnchorTags.LONGEST_TAG);
        assertThat(reading.shortText()).hasSize(60).endsWith("…");
    }

    private static List<FindingCode> codes(TagReading reading) {
        return reading.problems().stream().map(TagProblem::code).toList();
    }
}
