package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

import dev.esign.model.DocumentContent;

/**
 * {@code Document}, as it is sent. Null members are left out.
 *
 * @param fileName {@code FileName}
 * @param fileBytes {@code FileBytes}: written as an array of numbers, streamed
 * @param formId {@code FormId}
 * @param formTag {@code FormTag}
 * @param sequence {@code Sequence}
 * @param hasAnchorTags {@code HasAnchorTags}
 * @param anchorTagsAdjustmentCategory {@code AnchorTagsAdjustmentCategory}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WireDocument(@JsonProperty("FileName") String fileName,
        @JsonProperty("FileBytes") @JsonSerialize(using = SessionBody.ContentSerializer.class) DocumentContent fileBytes,
        @JsonProperty("FormId") String formId, @JsonProperty("FormTag") String formTag,
        @JsonProperty("Sequence") Integer sequence, @JsonProperty("HasAnchorTags") boolean hasAnchorTags,
        @JsonProperty("AnchorTagsAdjustmentCategory") String anchorTagsAdjustmentCategory) {

    @Override
    public String toString() {
        return "WireDocument[hasAnchorTags=" + hasAnchorTags + "]";
    }
}
