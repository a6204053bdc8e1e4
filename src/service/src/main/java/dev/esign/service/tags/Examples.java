package dev.esign.service.tags;

/** Answers that the OpenAPI document shows. */
final class Examples {

    static final String REPORT = """
            {
              "errors": 1,
              "warnings": 0,
              "findings": [
                {
                  "code": "ROLE_WITHOUT_SIGNER",
                  "severity": "error",
                  "document": "agreement.docx",
                  "place": {"description": "document, paragraph 3", "part": "document", "paragraph": 3, "offset": 8},
                  "tag": "sig_req_Seler 1",
                  "problem": "role: 'Seler 1' is no signer's",
                  "cure": "write 'Seller 1'",
                  "message": "agreement.docx, document, paragraph 3: sig_req_Seler 1: role: 'Seler 1' is no signer's; write 'Seller 1'"
                }
              ]
            }
            """;

    private Examples() {
    }
}
