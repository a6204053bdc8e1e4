package dev.esign.service.session;

/** Requests that the OpenAPI document shows. */
final class Examples {

    static final String CREATE = """
            {
              "title": "Purchase agreement",
              "transactionId": "order-4711",
              "message": "Please sign by Friday.",
              "reminderDays": 7,
              "documents": [
                {"fileName": "agreement.docx", "content": "UEsDBA==", "anchorTags": false}
              ],
              "signers": [
                {
                  "role": "Seller 1",
                  "firstName": "Ada",
                  "lastName": "Lovelace",
                  "email": "ada@example.com",
                  "authentication": {"method": "password", "password": "as agreed by phone"}
                }
              ]
            }
            """;
    static final String CREATE_MULTIPART = """
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
              "signers": [
                {"role": "Buyer 1", "firstName": "Alan", "lastName": "Turing", "email": "alan@example.com"}
              ]
            }
            """;
    static final String START = """
            {"returnUrl": "https://www.example.com/"}
            """;

    private Examples() {
    }
}
