package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

class WireModeTest {

    private static final String TAKEN = "taken";
    private static final String LOST = "lost";
    private static final String REFUSED = "refused";

    private static final Map<WireMode, EsignSandbox> SANDBOXES = new EnumMap<>(WireMode.class);

    @BeforeAll
    static void startSandboxes() {
        for (WireMode mode : WireMode.values()) {
            SANDBOXES.put(mode, EsignSandbox.builder().clock(new MutableClock()).wireMode(mode).start());
        }
    }

    @AfterAll
    static void closeSandboxes() {
        SANDBOXES.values().forEach(EsignSandbox::close);
    }

    /** What becomes of a member: by default, as with JavaScriptSerializer, and as with DataContractJsonSerializer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "SessionInfo.ExpiresOn|'ExpiresOn':'\\/Date(1796947200000)\\/'|taken|taken|taken",
            "SessionInfo.ExpiresOn|'ExpiresOn':'/Date(1796947200000)/'|taken|taken|taken",
            "SessionInfo.ExpiresOn|'ExpiresOn':'\\/Date(1796947200000+0000)\\/'|taken|refused|taken",
            "SessionInfo.ExpiresOn|'ExpiresOn':'2026-12-11T00:00:00Z'|taken|taken|refused",
            "SessionInfo.ExpiresOn|'ExpiresOn':'2026-12-11'|taken|taken|refused",
            "SessionInfo.ExpiresOn|'ExpiresOn':1796947200000|refused|refused|refused",
            "SessionInfo.ExpiresOn|'ExpiresOn':null|lost|lost|lost",
            "SessionInfo.ReminderFrequencyDays|'ReminderFrequencyDays':5|taken|taken|taken",
            "SessionInfo.ReminderFrequencyDays|'ReminderFrequencyDays':'5'|taken|taken|taken",
            "SessionInfo.ReminderFrequencyDays|'reminderFrequencyDays':5|taken|taken|lost",
            "SessionInfo.ReminderFrequencyDays|'ReminderFrequencyDays':null|lost|refused|refused",
            "SessionInfo.AllowDelegation|'AllowDelegation':true|taken|taken|taken",
            "SessionInfo.AllowDelegation|'AllowDelegation':'true'|taken|taken|taken",
            "SessionInfo.AllowDelegation|'AllowDelegation':'True'|taken|taken|refused",
            "SessionInfo.AllowDelegation|'AllowDelegation':null|lost|refused|refused",
            "SessionInfo.TransactionId|'TransactionId':5|taken|taken|taken",
            "SessionInfo.TransactionId|'transactionid':'t'|taken|taken|lost",
            "SessionInfo.TransactionId|'TransactionId':null|lost|lost|lost",
            "SessionInfo.TransactionId|'More':{'a':[1]},'TransactionId':'t'|taken|taken|taken",
            "Signer.AuthMethod|'AuthMethod':2|taken|taken|taken",
            "Signer.AuthMethod|'AuthMethod':'2'|taken|taken|taken",
            "Signer.AuthMethod|'AuthMethod':'KBA'|taken|taken|refused",
            "Signer.AuthMethod|'AuthMethod':'kbapluspassword'|taken|taken|refused",
            "Signer.AuthMethod|'AuthMethod':'Fax'|taken|refused|refused",
            "Signer.AuthMethod|'AuthMethod':null|lost|refused|refused",
            "Signer.AuthMethods|'AuthMethods':[2]|taken|taken|taken",
            "Signer.AuthMethods|'AuthMethods':['KBA']|taken|taken|refused",
            "Signer.AuthMethods|'AuthMethods':[null]|refused|refused|refused",
            "Signer.MergeFieldMapping|'MergeFieldMapping':{'a':'b'}|taken|taken|lost",
            "Signer.MergeFieldMapping|'MergeFieldMapping':[{'Key':'a','Value':'b'}]|taken|refused|taken",
            "Signer.MergeFieldMapping|'MergeFieldMapping':[{'Value':'b','Key':'a'}]|taken|refused|taken",
            "Signer.MergeFieldMapping|'MergeFieldMapping':[{'key':'a','value':'b'}]|taken|refused|refused",
            "Signer.MergeFieldMapping|'mergefieldmapping':{'a':'b'}|taken|taken|lost",
            "Signer.Properties|'Properties':[{'Key':'a','Value':'b'}]|taken|taken|taken",
            "Signer.Properties|'Properties':[{'key':'a','value':'b'}]|taken|taken|lost",
            "Signer.Properties|'Properties':{'a':'b'}|taken|lost|lost",
            "Document.FileBytes|'FileBytes':[80,75,255]|taken|taken|taken",
            "Document.FileBytes|'FileBytes':'UEv/'|taken|refused|refused",
            "Document.FileBytes|'filebytes':[80,75,255]|taken|taken|lost" })
    void takesWhatItsReaderTakes(String member, String json, String lenient, String javaScriptSerializer, String dataContract) {
        assertThat(fate(WireMode.LENIENT, member, json)).isEqualTo(lenient);
        assertThat(fate(WireMode.JAVASCRIPT_SERIALIZER, member, json)).isEqualTo(javaScriptSerializer);
        assertThat(fate(WireMode.DATA_CONTRACT, member, json)).isEqualTo(dataContract);
    }

    @Test
    void takesTheDocumentedCreateAsItsWriterWritesIt() {
        assertThat(created(WireMode.JAVASCRIPT_SERIALIZER, Client.resource("/wire/create.javascriptserializer.json")))
                .isEqualTo("{\"CompanyName\":\"RED\",\"Job Title\":\"Manager\"}");
        // Names of methods are what the sample has, since their numbers are documented nowhere.
        String sample = Client.resource("/wire/create.datacontract.json");
        assertThat(created(WireMode.DATA_CONTRACT, sample)).isEqualTo(REFUSED);
        assertThat(created(WireMode.DATA_CONTRACT, sample.replace("\"KBAPlusPassword\"", "3")))
                .isEqualTo("{\"CompanyName\":\"RED\",\"Job Title\":\"Manager\"}");
    }

    @Test
    void losesOrRefusesTheMergeFieldsOfTheOtherWriter() {
        assertThat(created(WireMode.JAVASCRIPT_SERIALIZER, Client.resource("/wire/create.datacontract.json")))
                .isEqualTo(REFUSED);
        assertThat(created(WireMode.DATA_CONTRACT, Client.resource("/wire/create.javascriptserializer.json")
                .replace("\"KBAPlusPassword\"", "3"))).isEqualTo("{}");
    }

    @ParameterizedTest
    @EnumSource(WireMode.class)
    void argumentsAreMembersToo(WireMode mode) {
        String body = SandboxTest.json("{'username':'o@example.com','Session':{'SessionInfo':{'Title':'x'}}}");

        boolean sessionIsKnown = mode != WireMode.DATA_CONTRACT;
        assertThat(answer(mode, body).body()).contains(sessionIsKnown ? "Success" : "Title is required");
    }

    @Test
    void refusalsAreRequestErrorsAndTheJournalShowsWhatWasSent() {
        EsignSandbox sandbox = SANDBOXES.get(WireMode.DATA_CONTRACT);
        sandbox.journal().clear();
        HttpResponse<String> answer = answer(WireMode.DATA_CONTRACT,
                SandboxTest.body("'Title':'x'", "", "{'LastName':'Lee','AuthMethod':'KBA'}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<title>Request Error</title>", "AuthMethod").doesNotContain("KBA");
        assertThat(sandbox.journal().requests("CreateSession").get(0).body().orElseThrow().toString()).contains("KBA");
        assertThat(Client.json(new Client(sandbox.url()).get("/_sandbox").body()).path("settings").path("wire").asText())
                .isEqualTo("data-contract");
    }

    /** Creates a session with a member and looks for it there. */
    private static String fate(WireMode mode, String member, String json) {
        String signer = "'LastName':'Lee','EmailAddress':'a@example.com'";
        String name = member.substring(member.indexOf('.') + 1);
        HttpResponse<String> answer = answer(mode, switch (member.substring(0, member.indexOf('.'))) {
            case "SessionInfo" -> SandboxTest.body("'Title':'x'," + json, "", "");
            case "Signer" -> SandboxTest.body("'Title':'x'", "", "{" + signer + "," + json + "}");
            default -> SandboxTest.body("'Title':'x'", "{'FileName':'a.pdf','FormId':'f'," + json + "}", "");
        });
        if (answer.statusCode() == 400) {
            assertThat(answer.body()).contains("<title>Request Error</title>", name);
            return REFUSED;
        }
        JsonNode created = Client.json(answer.body());
        assertThat(created.path("Message").asText()).as(answer.body()).isEqualTo("Success");
        if (name.equals("FileBytes")) {
            return SANDBOXES.get(mode).sessions().get(Client.id(created)).documents().get(0).size() == 3 ? TAKEN : LOST;
        }
        JsonNode session = created.path("Sessions").path(0);
        JsonNode kept = session.path(member.startsWith("Signer") ? "Signers" : "SessionInfo").findPath(name);
        boolean isUnset = kept.isNull() || kept.isContainerNode() && kept.isEmpty() || kept.isBoolean() && !kept.booleanValue()
                || kept.isNumber() && kept.intValue() == 0;
        return isUnset ? LOST : TAKEN;
    }

    /** The merge fields of the session that a body makes. */
    private static String created(WireMode mode, String body) {
        HttpResponse<String> answer = answer(mode, body);
        return answer.statusCode() == 400 ? REFUSED
                : Client.json(answer.body()).path("Sessions").path(0).path("Signers").path(0).path("MergeFieldMapping")
                        .toString();
    }

    private static HttpResponse<String> answer(WireMode mode, String body) {
        return new Client(SANDBOXES.get(mode).url()).post("/rest/v1/sessions", BodyPublishers.ofString(body));
    }
}
