package id.sanggar.identity;

import id.sanggar.shared.LocalizedText;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A partner: the government body, company, university or community that owns programmes or writes courses. */
@Entity
public class Organisation {

    /** What sort of body an organisation is. */
    public enum Kind {
        GOVERNMENT, PARTNER, COMPANY, UNIVERSITY, COMMUNITY
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "name_id"))
    @AttributeOverride(name = "en", column = @Column(name = "name_en"))
    private LocalizedText name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String region;

    protected Organisation() {
    }

    public Organisation(String slug, LocalizedText name, Kind kind, String region) {
        this.slug = slug;
        describe(name, kind, region);
    }

    /** @param region code of the province, regency or district it works in; empty where it works everywhere */
    public final void describe(LocalizedText newName, Kind newKind, String newRegion) {
        name = newName;
        kind = newKind;
        region = newRegion;
    }

    public Long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public LocalizedText name() {
        return name;
    }
}
