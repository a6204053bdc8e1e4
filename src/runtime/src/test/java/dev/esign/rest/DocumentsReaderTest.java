package dev.esign.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are found wherever an answer may have them, and nothing else is taken for one. */
class DocumentsReaderTest {

    private static final byte[] PDF = { 37, 80, 68, 70, 0, -1 };
    private static final String NUMBERS = "[37,80,68,70,0,255]";
    private static final String BASE64 = "\"" + Base64.getEncoder().encodeToString(PDF) + "\"";

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private final DocumentSink sink = () -> new DocumentSink.Place() {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        @Override
        public OutputStream open() {
            return out;
        }

        @Override
        public void finish(String fileName) {
            names.add(fileName);
            contents.add(out.toByteArray());
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {
            "{'Message':'Success','Details':[],'Files':[{'FileName':'a.pdf','FileBytes':N}]}",
            "{'Files':[{'FileBytes':N,'FileName':'a.pdf'}],'Message':'Success'}",
            "{'Documents':[{'FileName':'a.pdf','FileBytes':B}]}",
            "{'documents':[{'fileBytes':B,'filename':'a.pdf'}]}",
            "[{'Name':'a.pdf','Bytes':B}]",
            "{'Name':'a.pdf','Content':B}",
            "{'GetSessionFilesResult':{'Message':'Success','Documents':[{'Title':'a.pdf','Data':B}]}}",
            "{'ReturnValue':[{'Title':'Agreement','FileName':'a.pdf','File':N}]}",
            "{'ReturnValue':{'Documents':{'Document':[{'FileBytes':B,'Title':'Agreement','DocumentName':'a.pdf'}]}}}",
            "{'Files':[{'FileName':'a.pdf','File':{'Id':7,'FileBytes':B}}]}",
            "{'Files':[{'File':{'FileBytes':N},'FileName':'a.pdf'}]}",
            "{'Files':[{'File':'a.pdf','Data':B,'Size':6,'Pages':[1,2],'Signed':true}]}",
            "{'Files':[{'Key':'a.pdf','Value':N}]}",
            " {'Files' : [ {'FileName':'a.pdf' , 'FileBytes' : [ 37 , 80 ,\n68,70, 0 ,255 ] } ] } "
    })
    void aDocumentIsFound(String shape) throws IOException {
        DocumentsResponse response = read(shape);

        assertThat(names).containsExactly("a.pdf");
        assertThat(contents).singleElement().isEqualTo(PDF);
        assertThat(response.documents()).isEqualTo(1);
        assertThat(response.isError()).isFalse();
    }

    @Test
    void severalDocumentsKeepTheirOrderAndMayLackNames() throws IOException {
        read("{'Files':[{'FileName':'1','FileBytes':N},{'FileBytes':B},{'FileName':' ','Bytes':N}],"
                + "'More':[{'Name':'4','Data':B}]}");

        assertThat(names).containsExactly("1", null, null, "4");
        assertThat(contents).allSatisfy(content -> assertThat(content).isEqualTo(PDF));
    }

    @Test
    void base64MayBeEscapedWrappedOrUnpadded() throws IOException {
        read("[{'Data':'//\\/\\/'},{'Data':'JVBE\\r\\nRgD\\/'},{'Data':'JVBERg'}]");

        assertThat(contents).containsExactly(new byte[] { -1, -1, -1 }, PDF, new byte[] { 37, 80, 68, 70 });
    }

    @Test
    void aTextLongerThanJacksonsLimitIsRead() throws IOException {
        int length = 24_000_000;
        List<InputStream> parts = List.of(stream("[{\"Data\":\""), new Repeated('A', length), stream("\"}]"));

        DocumentsReader.read(new SequenceInputStream(Collections.enumeration(parts)), sink);

        assertThat(contents).singleElement().satisfies(content -> assertThat(content).hasSize(length / 4 * 3));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "", " ", "{'GetSessionFilesResult':null}" })
    void aRefusedTokenIsNull(String answer) throws IOException {
        assertThat(read(answer)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'Message':'Error','Details':['no such thing','twice']}",
            "{'Details':['no such thing','twice']}",
            "{'GetSessionFilesResult':{'Message':'Error','Details':['no such thing','twice'],'ReturnValue':null}}",
            "{'Message':'Error','ReturnValue':false,'Files':null,'Details':['no such thing',null,{'a':1},'twice']}"
    })
    void anErrorIsAnError(String answer) throws IOException {
        DocumentsResponse response = read(answer);

        assertThat(response.isError()).isTrue();
        assertThat(response.details()).containsExactly("no such thing", "twice");
        assertThat(names).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "{}", "{'Message':'Success','Details':[],'Files':[]}",
            "{'Files':null,'ReturnValue':'True'}" })
    void noDocumentsAreNoDocuments(String answer) throws IOException {
        assertThat(read(answer).documents()).isZero();
        assertThat(names).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'Files':[{'FileName':'a.pdf','FileBytes':null}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':''},{'FileName':'b.pdf','FileBytes':B}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':[]}]}",
            "{'Files':[{'FileName':'a.pdf','Link':'https://example.com/SECRET'}]}",
            "{'Message':'Success','ReturnValue':'https://example.com/SECRET'}",
            "{'Files':['SECRET']}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':[1,256]}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':[1,-1]}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':[1,99999999999999999999]}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':[1,1.5]}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':[1,'SECRET']}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':[1,null]}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':'SECRET.pdf'}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':'A'}]}",
            "{'Files':[{'FileName':'a.pdf','FileBytes':[1,2",
            "{'Files':[{'FileName':'a.pdf','FileBytes':'SECR",
            "{'Files':[]} SECRET",
            "<html>SECRET</html>",
            "Service SECRET",
            "'SECRET'", "17", "true"
    })
    void anythingElseIsUnreadable(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(UnreadableAnswerException.class).hasNoCause()
                .hasMessageStartingWith("the ").message().doesNotContain("SECRET");
        assertThat(names).doesNotContain("a.pdf");
    }

    @Test
    void documentsBeforeABreakAreWhole() {
        assertThatThrownBy(() -> read("{'Files':[{'FileName':'a.pdf','FileBytes':N},{'FileName':'b.pdf','FileBytes':[1,2"))
                .isInstanceOf(UnreadableAnswerException.class);
        assertThat(names).containsExactly("a.pdf");
        assertThat(contents).singleElement().isEqualTo(PDF);
    }

    @Test
    void theFailureOfTheConnectionIsPassedOn() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatThrownBy(() -> DocumentsReader.read(new SequenceInputStream(stream("[{\"Bytes\":[1,"), broken), sink))
                .isInstanceOf(IOException.class).hasMessage("reset");
    }

    private DocumentsResponse read(String shape) throws IOException {
        return DocumentsReader.read(stream(shape.replace('\'', '"').replace("N}", NUMBERS + "}").replace("N,", NUMBERS + ",")
                .replace("B}", BASE64 + "}").replace("B,", BASE64 + ",")), sink);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Repeated extends InputStream {

        private final char character;
        private int left;

        Repeated(char character, int count) {
            this.character = character;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? character : -1;
        }
    }
}
