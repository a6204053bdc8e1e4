package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One page of a list ({@code SessionLiteBucketView}, {@code ResponseSessionInfoLiteView},
 * {@code SignerDocumentResponseView}). {@code toString} doesn't show the rows.
 *
 * @param message {@code Message}
 * @param details {@code Details}
 * @param returnValue {@code ReturnValue}
 * @param totalCount {@code TotalCount}: the number of rows in all pages; null when the answer doesn't say
 * @param rows the rows of this page as eSign wrote them, objects or bare ids; empty behind the last page
 */
public record PageResponse(String message, List<String> details, String returnValue, Integer totalCount,
        List<JsonNode> rows) implements Answer {

    @Override
    public String toString() {
        return "PageResponse[message=" + message + ", details=" + details.size() + ", totalCount=" + totalCount + ", rows="
                + rows.size() + "]";
    }
}
