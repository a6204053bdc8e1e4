package dev.esign.service.lifecycle;

/** Requests and answers that the OpenAPI document shows. */
final class Examples {

    static final String PAGE = """
            {
              "sessions": [
                {
                  "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
                  "status": "InSent",
                  "title": "Purchase agreement",
                  "transactionId": "order-4711",
                  "createdOn": "2026-03-02T09:30:00Z"
                }
              ]
            }
            """;
    static final String LOG = """
            {
              "entries": [
                {"date": "2026-03-02T09:30:00Z", "ipAddress": "203.0.113.7", "description": "Session created"}
              ]
            }
            """;
    static final String COPY = """
            {
              "transactionId": "order-4712",
              "title": "Purchase agreement, second try",
              "signers": [
                {"id": "7c9e6679-7425-40de-944b-e07fc1f90ae7"},
                {"id": "16fd2706-8baf-433b-82eb-8c7fada847da", "email": "alan@example.com"}
              ]
            }
            """;
    static final String COPIED = """
            {"id": "3f333df6-90a4-4fda-8dd3-9485d27cee36", "transactionId": "order-4712"}
            """;
    static final String RETURN_URL = """
            {"returnUrl": "https://www.example.com/"}
            """;
    static final String PURGE = """
            {"time": "scheduled"}
            """;

    private Examples() {
    }
}
