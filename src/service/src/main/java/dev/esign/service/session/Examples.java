package dev.esign.service.session;

/** Requests and answers that the OpenAPI document shows. */
final class Examples {

    static final String CREATE = """
            {
              "session": {
                "title": "Purchase agreement",
                "documents": [{"part": "agreement", "anchorTags": true}],
                "signers": [
                  {"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"},
                  {"role": "Buyer 1", "firstName": "Alan", "lastName": "Turing", "email": "alan@example.com"}
                ]
              },
              "agreement": "(the file agreement.docx)"
            }
            """;
    static final String UPDATE = """
            {
              "session": {
                "signers": [
                  {"role": "Buyer 1", "firstName": "Alan", "lastName": "Turing", "email": "alan@example.com"}
                ]
              }
            }
            """;
    static final String START = """
            {"returnUrl": "https://www.example.com/"}
            """;

    static final String CREATED = """
            {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "transactionId": "order-4711", "status": "InDraft"}
            """;
    static final String STARTED = """
            {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "status": "InSent"}
            """;
    static final String SESSION = """
            {
              "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
              "status": "InSent",
              "title": "Purchase agreement",
              "transactionId": "order-4711",
              "expiresOn": "2026-04-01T00:00:00Z",
              "documents": [{"fileName": "agreement.docx", "hasAnchorTags": true}],
              "signers": [
                {
                  "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                  "role": "Seller 1",
                  "firstName": "Ada",
                  "lastName": "Lovelace",
                  "email": "ada@example.com",
                  "status": "Invited"
                }
              ]
            }
            """;

    private Examples() {
    }
}
