package dev.esign.service.session;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Only describes a file, for the OpenAPI document. */
@Schema(name = "File", type = SchemaType.STRING, format = "binary", description = "A Word, Excel or PDF document or an image.")
public interface FilePart {
}
