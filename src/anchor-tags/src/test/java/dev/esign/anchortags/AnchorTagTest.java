package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorTagTest {

    private final AnchorTags tags = AnchorTags.standard();

    @Test
    void isWrittenAsTheDocumentationShowsIt() {
        assertThat(tags.write(AnchorTag.dateTime("buyer"))).isEqualTo("<dt_req_buyer>");
        assertThat(tags.write(AnchorTag.date("buyer").width(150))).isEqualTo("<d_req_buyer_150>");
        assertThat(tags.write(AnchorTag.time("Seller 1").autoFilled())).isEqualTo("<t_aut_Seller 1>");
        assertThat(tags.write(AnchorTag.signature("seller").width(100))).isEqualTo("<sig_req_seller_100>");
        assertThat(tags.write(AnchorTag.initials("seller").optional())).isEqualTo("<ini_opt_seller>");
        assertThat(tags.write(AnchorTag.checkbox("client"))).isEqualTo("<chk_req_client>");
        assertThat(tags.write(AnchorTag.radio("client", 3))).isEqualTo("<rdo_req_client_3>");
        assertThat(tags.write(AnchorTag.dropdown("client", 50, "Birds", "Mammals", "Vertebrates")))
                .isEqualTo("<ddl_req_client_50_Birds_Mammals_Vertebrates>");
        assertThat(tags.write(AnchorTag.text("borrower").width(100).fontSize(9))).isEqualTo("<txt_req_borrower_100_9>");
    }

    @Test
    void takesTheDelimitersAndSpacesOfTheAccount() {
        assertThat(tags.delimiters('#', '#').itemSpace('|').write(AnchorTag.dropdown("client", 50, "item 1", "item 2")))
                .isEqualTo("#ddl_req_client_50_item|1_item|2#");
    }

    @ParameterizedTest
    @CsvSource({ "<, >, a<b", "<, >, a>b", "#, #, no #1", "<, >, seller_1", "<, >, ' seller'", "<, >, a  b" })
    void isNotWrittenWithARoleThatWouldBeReadAsAnotherOne(char opening, char closing, String role) {
        AnchorTags account = tags.delimiters(opening, closing);

        assertThatIllegalArgumentException().isThrownBy(() -> account.write(AnchorTag.checkbox(role)))
                .withMessageStartingWith("role: ").withMessageMatching(".*; (leave it out|take single spaces.*)");
    }

    @Test
    void isNotWrittenWithAnItemThatWouldBeReadAsAnotherOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tags.itemSpace('|').write(AnchorTag.dropdown("client", 50, "a|b")))
                .withMessage("items: has a '|', which stands for a space; leave it out");
        assertThatIllegalArgumentException().isThrownBy(() -> tags.write(AnchorTag.dropdown("client", 50, "a_b")))
                .withMessage("items: has a '_', which separates the parts of a tag; leave it out");
    }

    @Test
    void isNotWrittenWithAFontSizeButNoWidth() {
        assertThatIllegalArgumentException().isThrownBy(() -> tags.write(AnchorTag.text("client").fontSize(9)))
                .withMessage("font size: can't be told without a width; give a width too, 175 is the default");
    }

    @Test
    void isNotWrittenLongerThanItIsRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> tags.write(AnchorTag.checkbox("x".repeat(2_000))))
                .withMessageStartingWith("tag: has 2008 characters");
    }

    @Test
    void refusesWhatEsignWouldReplace() {
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorTag.signature("Seller 1").width(79))
                .withMessage("width: 79 is below 80, the least for the type sig, eSign would take 175; give 80 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorTag.text("Seller 1").fontSize(29))
                .withMessage("font size: 29 is outside 6 to 28, eSign would take 28; give 6 to 28");
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorTag.radio("Seller 1", 11))
                .withMessage("buttons: 11 is outside 2 to 10; give 2 to 10");
    }

    @Test
    void refusesWhatNoTagCanBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorTag.signature(" ")).withMessageStartingWith("role: ");
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorTag.dropdown("client", 50))
                .withMessageStartingWith("items: ");
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorTag.dropdown("client", 0, "a"))
                .withMessageStartingWith("width: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnchorTag.signature("client").option(TagOption.AUTO_FILLED))
                .withMessage("option: aut is for date and time only, not for the type sig; take req or opt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DateTag(TagType.TEXT, TagOption.REQUIRED, "client", OptionalInt.empty()))
                .withMessageStartingWith("type: ");
    }

    @ParameterizedTest
    @CsvSource({ "DATE_TIME, 50, 100", "DATE, 50, 100", "TIME, 50, 100", "SIGNATURE, 80, 175", "INITIALS, 35, 45",
            "TEXT, 20, 175" })
    void hasTheDefaultWidthBelowTheLeastOne(TagType type, int least, int usual) {
        assertThat(type.effectiveWidth(OptionalInt.empty())).hasValue(usual);
        assertThat(type.effectiveWidth(OptionalInt.of(least - 1))).hasValue(usual);
        assertThat(type.effectiveWidth(OptionalInt.of(least))).hasValue(least);
    }

    @Test
    void hasNoWidthWhereNoneIsDocumented() {
        assertThat(AnchorTag.checkbox("client").effectiveWidth()).isEmpty();
        assertThat(AnchorTag.radio("client", 2).effectiveWidth()).isEmpty();
        assertThat(AnchorTag.dropdown("client", 7, "a").effectiveWidth()).hasValue(7);
    }

    @Test
    void tellsNeitherRoleNorItemsWhenPrinted() {
        assertThat(AnchorTag.dropdown("Ada", 50, "secret").toString()).isEqualTo("DropdownTag[ddl_req]");
        assertThat(tags.parse("sig_req_Ada_x").toString()).doesNotContain("Ada");
    }

    @ParameterizedTest
    @CsvSource({ "_", "a", "1", "' '" })
    void delimitersAreSigns(char sign) {
        assertThatIllegalArgumentException().isThrownBy(() -> tags.delimiters(sign, '>'))
                .withMessageStartingWith("opening delimiter: ");
        assertThatIllegalArgumentException().isThrownBy(() -> tags.delimiters('<', sign))
                .withMessageStartingWith("closing delimiter: ");
        assertThatIllegalArgumentException().isThrownBy(() -> tags.itemSpace(sign))
                .withMessageStartingWith("space of items: ");
    }

    @Test
    void theSpaceOfItemsIsNoDelimiter() {
        assertThatIllegalArgumentException().isThrownBy(() -> tags.itemSpace('<'));
        assertThatIllegalArgumentException().isThrownBy(() -> tags.itemSpace('|').delimiters('|', '|'));
    }
}
