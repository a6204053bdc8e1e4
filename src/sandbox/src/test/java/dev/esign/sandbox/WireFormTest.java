package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.sun.net.httpserver.Headers;

import dev.esign.sandbox.api.SessionBodyReader;
import dev.esign.sandbox.http.RequestBody;
import dev.esign.sandbox.session.DocumentContent;
import dev.esign.sandbox.session.SessionChange;

class WireFormTest extends SandboxTest {

    @ParameterizedTest
    @ValueSource(strings = { "javascriptserializer", "datacontract" })
    void readsTheDocumentedCreate(String serializer) {
        JsonNode created = client.create(Client.resource("/wire/create." + serializer + ".json"));

        assertThat(created.path("Message").asText()).as(created.toString()).isEqualTo("Success");
        JsonNode session = client.session(created);
        JsonNode info = session.path("SessionInfo");
        assertThat(info.path("Title").asText()).isEqualTo("New Session");
        assertThat(info.path("TransactionId").asText()).isEqualTo("deal-4711");
        assertThat(info.path("AllowDelegation").booleanValue()).isTrue();
        assertThat(info.path("SendSignerInvites").isBoolean()).isTrue();
        assertThat(info.path("EmailOptions").intValue()).isEqualTo(3);
        assertThat(info.path("ExpiresOn").asText()).isEqualTo("/Date(1796947200000)/");
        assertThat(info.path("CreatedOn").asText()).isEqualTo("/Date(" + MutableClock.NOW.toEpochMilli() + ")/");
        assertThat(info.path("Description").isNull()).isTrue();
        JsonNode document = session.path("Documents").path(0);
        assertThat(document.path("FileName").asText()).isEqualTo("Test.docx");
        assertThat(document.path("HasAnchorTags").booleanValue()).isTrue();
        assertThat(document.path("Sequence").intValue()).isEqualTo(1);
        assertThat(document.has("FileBytes")).isFalse();
        JsonNode signer = session.path("Signers").path(0);
        assertThat(signer.path("SignerId").asText()).hasSize(36);
        assertThat(signer.path("FirstName").asText()).isEqualTo("Zoë");
        assertThat(signer.path("LastName").asText()).isEqualTo("O'Neil <x>");
        assertThat(signer.path("StatusCode").intValue()).isEqualTo(1);
        assertThat(signer.path("AuthMethod").asText()).isEqualTo("KBAPlusPassword");
        assertThat(signer.path("MandateDocUpload").booleanValue()).isTrue();
        assertThat(signer.path("MergeFieldMapping")).isEqualTo(Client.json(json(
                "{'CompanyName':'RED','Job Title':'Manager'}")));
        assertThat(signer.path("Properties")).isEqualTo(Client.json("[]"));
        assertThat(session.toString()).doesNotContainIgnoringCase("\"password\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "javascriptserializer", "datacontract" })
    void readsTheDocumentedUpdate(String serializer) {
        JsonNode created = client.create(Client.resource("/wire/create." + serializer + ".json"));

        JsonNode updated = client.update(Client.resource("/wire/update." + serializer + ".json")
                .replace("7c9e6679-7425-40de-944b-e07fc1f90ae7", Client.id(created)));

        assertThat(updated.path("Message").asText()).as(updated.toString()).isEqualTo("Success");
        assertThat(Client.id(updated)).isEqualTo(Client.id(created));
        JsonNode session = client.session(created);
        assertThat(session.path("Documents")).hasSize(2);
        assertThat(session.path("Documents").path(1).path("FormTag").asText()).isEqualTo("Tag2");
        assertThat(session.path("Signers")).hasSize(2);
        assertThat(session.path("Signers").path(1).path("Properties"))
                .isEqualTo(Client.json(json("[{'Key':'DisableEditName','Value':'1'}]")));
        JsonNode info = session.path("SessionInfo");
        assertThat(info.path("Title").asText()).isEqualTo("New Session");
        assertThat(info.path("AllowDelegation").booleanValue()).isFalse();
        assertThat(info.path("ExpiresOn").asText()).isEqualTo("/Date(1796947200000)/");
        assertThat(info.path("RemoveUnassignedSignerRoles").booleanValue()).isTrue();
    }

    @Test
    void answersWithEscapedSlashesAsDotNetDoes() {
        HttpResponse<String> answer = client.post("/rest/v1/sessions",
                BodyPublishers.ofString(body("'Title':'a/b','ExpiresOn':'2026-12-11'", "", "")));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body()).contains("\"\\/Date(1796947200000)\\/\"", "\"a\\/b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\\/Date(1796947200000)\\/", "/Date(1796947200000)/", "/Date(1796947200000+0000)/",
            "/Date(1796947200000-0800)/", "2026-12-11T00:00:00Z", "2026-12-11T01:00:00+01:00", "2026-12-11T00:00:00.000",
            "2026-12-11T00:00", "2026-12-11" })
    void readsEveryFormOfADate(String date) {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'" + date + "'", "", ""));

        assertThat(client.session(created).path("SessionInfo").path("ExpiresOn").asText())
                .isEqualTo("/Date(1796947200000)/");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/Date(-62135596800000)/", "/Date(-62135578800000)/", "/Date(-62135596800000-0500)/",
            "0001-01-01T00:00:00", "/Date(-59011459200000)/" })
    void takesADateThatDotNetWritesForNoneAsNone(String date) {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'" + date + "'", "", ""));

        assertThat(created.path("Message").asText()).isEqualTo("Success");
        assertThat(client.session(created).path("SessionInfo").path("ExpiresOn").isNull()).isTrue();
    }

    @Test
    void answersWithTheEnumerationThatDotNetWritesForNone() {
        JsonNode created = createReady();

        assertThat(client.session(created).path("Signers").path(0).path("AuthMethod")).isEqualTo(IntNode.valueOf(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "[0,80,127,128,255]; 5", "[ 0 , 80 ,127,128, 255 ]; 5", "'AFB/gP8='; 5",
            "'AFB\\/gP8='; 5" }, quoteCharacter = '`')
    void readsBytesAsNumbersOrBase64(String bytes, int size) throws Exception {
        DocumentContent content = read("{'session':{'Documents':[{'filebytes':" + bytes + "}]}}");

        assertThat(content.size()).isEqualTo(size);
        assertThat(content.open().readAllBytes()).containsExactly(0, 80, 127, -128, -1);
        assertThat(content.sha256()).isEqualTo(sha256(new byte[] { 0, 80, 127, -128, -1 }));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[256]", "[-1]", "[1.5]", "[99999999999]", "['1']", "[null]", "[[1]]", "{}", "5", "true",
            "'***'", "'AFB'" })
    void refusesBytesThatAreNone(String bytes) {
        assertUnreadable(body("'Title':'x'", "{'FileName':'a','FileBytes':" + bytes + "}", ""));
    }

    @Test
    void numbersAndTruthValuesThatWereNotGivenAreNotNull() {
        JsonNode created = client.create(body("'Title':'x'", "", "{'LastName':'Lee','EmailAddress':'a@example.com'}"));

        JsonNode info = client.session(created).path("SessionInfo");
        assertThat(info.path("UseSequence")).isEqualTo(Client.json("0"));
        assertThat(info.path("AllowDelegation")).isEqualTo(Client.json("false"));
        assertThat(info.path("SendSignerInvites")).isEqualTo(Client.json("true"));
        assertThat(client.session(created).path("Signers").path(0).path("Sequence")).isEqualTo(Client.json("0"));
    }

    @Test
    void aMergeFieldMayBeCalledFileBytes() {
        JsonNode created = client.create(body("'Title':'x'", "",
                "{'LastName':'Lee','EmailAddress':'a@example.com','MergeFieldMapping':{'FileBytes':'big'}}"));

        assertThat(client.session(created).path("Signers").path(0).path("MergeFieldMapping").toString())
                .isEqualTo(json("{'FileBytes':'big'}"));
    }

    @Test
    void readsNamesInAnyCaseAndIgnoresUnknownOnes() {
        JsonNode created = client.create(json("""
                {'more':{'x':[1,{'y':null}]},'username':'a@example.com','SESSION':{'sessioninfo':{'title':'x','New':1.5},
                'documents':[{'filename':'a.pdf','FILEBYTES':[1],'Pages':2}],'signers':[{'lastname':'Lee',
                'emailaddress':'a@example.com','authmethod':2,'properties':{'DisableEditName':1},'Contact':{}}]}}"""));

        assertThat(created.path("Message").asText()).as(created.toString()).isEqualTo("Success");
        JsonNode signer = client.session(created).path("Signers").path(0);
        assertThat(signer.path("AuthMethod").intValue()).isEqualTo(2);
        assertThat(signer.path("Properties").toString()).isEqualTo(json("[{'Key':'DisableEditName','Value':'1'}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "5", "{} {}", "{}x", "{'session':5}", "{'session':{'Documents':{}}}",
            "{'session':{'Signers':[1]}}", "{'session':{'Documents':[null]}}", "{'userName':{}}",
            "{'session':{'SessionInfo':{'Title':{}}}}", "{'session':{'SessionInfo':{'UseSequence':'one'}}}",
            "{'session':{'SessionInfo':{'UseSequence':1.5}}}", "{'session':{'SessionInfo':{'FirstSigner':2}}}",
            "{'session':{'SessionInfo':{'ExpiresOn':'tomorrow'}}}", "{'session':{'SessionInfo':{'ExpiresOn':'2026-12-32'}}}",
            "{'session':{'SessionInfo':{'ExpiresOn':'/Date(999999999999999)/'}}}",
            "{'session':{'Signers':[{'AuthMethod':true}]}}", "{'session':{'Signers':[{'AuthMethods':'KBA'}]}}",
            "{'session':{'Signers':[{'AuthMethods':[{}]}]}}", "{'session':{'Signers':[{'Properties':[1]}]}}",
            "{'session':{'Signers':[{'Properties':'x'}]}}", "{'session':{'Signers':[{'Properties':[{'Value':'x'}]}]}}",
            "{'session':{'Signers':[{'MergeFieldMapping':{'a':{}}}]}}" })
    void answersARequestErrorToWhatDotNetCouldNotRead(String body) {
        assertUnreadable(json(body));
    }

    private void assertUnreadable(String body) {
        HttpResponse<String> answer = client.post("/rest/v1/sessions", BodyPublishers.ofString(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.body()).contains("<title>Request Error</title>");
        assertThat(sessionCount()).isZero();
    }

    private static DocumentContent read(String body) throws Exception {
        byte[] bytes = json(body).getBytes(StandardCharsets.UTF_8);
        var headers = new Headers();
        headers.set("Content-Length", String.valueOf(bytes.length));
        var tree = new SessionBodyReader(new RequestBody(new ByteArrayInputStream(bytes), headers)).read();
        return SessionChange.of(tree, MutableClock.NOW).documents().get(0).content();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
