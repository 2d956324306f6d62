package id.sanggar.programme;

import id.sanggar.shared.LocalizedText;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/** Who signs a programme's certificates, and as what. */
@Embeddable
public record Signatory(
        @Column(name = "signatory_name") String name,
        @Embedded
        @AttributeOverride(name = "id", column = @Column(name = "signatory_title_id"))
        @AttributeOverride(name = "en", column = @Column(name = "signatory_title_en"))
        LocalizedText title) {
}
