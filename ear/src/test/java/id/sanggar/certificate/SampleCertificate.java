package id.sanggar.certificate;

import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import id.sanggar.testing.Visit;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The certificate of the sample world's Taufik Djafar, once the batch that issues it has come to him. */
final class SampleCertificate {

    private SampleCertificate() {
    }

    static String code() throws SQLException {
        var tables = new Tables(SystemUnderTest.database());
        var patience = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(patience)) {
            var code = tables.read("""
                    select c.code from certificate c join account a on a.id = c.account_id
                    where a.phone = '+6284000000113' and c.revoked_at is null and c.replaced_at is null
                        and c.renewed_at is null""");
            if (code != null) {
                return (String) code;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("Taufik Djafar has no certificate");
    }

    static byte[] pdf() throws SQLException {
        var admin = new Visit(SystemUnderTest.address());
        admin.signIn("admin@sanggar.example", "sanggar-demo-admin");
        return admin.download("/files/certificates/" + code() + ".pdf");
    }
}
