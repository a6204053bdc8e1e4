package dev.esign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void escapesWhateverIsNoMarkup() {
        assertThat(Markup.of("<a title=\"{}\">{}</a>{}", "\"'<>&", new StringBuilder("<b>"), 7).html())
                .isEqualTo("<a title=\"&quot;&#39;&lt;&gt;&amp;\">&lt;b&gt;</a>7");
        assertThat(Markup.text("<i>").html()).isEqualTo("&lt;i&gt;");
    }

    @Test
    void takesMarkupAsItIs() {
        Markup bold = new Markup("<b>{}</b>");

        assertThat(Markup.of("{}|{}", bold, List.of(bold, "<i>")).html()).isEqualTo("<b>{}</b>|<b>{}</b>&lt;i&gt;");
        assertThat(Markup.join(bold, bold).html()).isEqualTo("<b>{}</b><b>{}</b>");
    }

    @Test
    void canBeLeftOut() {
        assertThat(new Markup("<b>").when(false)).isEqualTo(Markup.NOTHING);
        assertThat(new Markup("<b>").when(true).html()).isEqualTo("<b>");
    }

    @Test
    void countsPlacesAndValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> Markup.of("{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> Markup.of("", "x"));
    }
}
