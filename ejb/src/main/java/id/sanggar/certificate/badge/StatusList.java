package id.sanggar.certificate.badge;

import id.sanggar.certificate.seal.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

/**
 * Which certificates of a range have been revoked or replaced, in one credential that anyone may fetch: who asks for a
 * list does not tell whose badge she looks at.
 *
 * @see <a href="https://www.w3.org/TR/vc-bitstring-status-list/">Bitstring Status List 1.0</a>
 */
public final class StatusList {

    /** For how long who fetched a list may rely on it, by its own words. */
    private static final long TIME_TO_LIVE_MILLIS = 20_000;

    private StatusList() {
    }

    /**
     * A list as a VC-JWT.
     *
     * @param list from 0
     * @param ended places in the list, from 0
     */
    public static String jwt(BadgeAddresses addresses, long list, Collection<Integer> ended, Seal seal, Instant now) {
        var address = addresses.status(list);
        var json = new Json(1_000)
                .raw("{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"id\":").text(address)
                .raw(",\"type\":[\"VerifiableCredential\",\"BitstringStatusListCredential\"],\"issuer\":")
                .text(addresses.issuer()).raw(",\"validFrom\":")
                .text(now.truncatedTo(ChronoUnit.SECONDS).toString())
                .raw(",\"credentialSubject\":{\"id\":").text(address + "#list")
                .raw(",\"type\":\"BitstringStatusList\",\"statusPurpose\":\"revocation\",\"ttl\":")
                .raw(TIME_TO_LIVE_MILLIS).raw(",\"encodedList\":").text(encoded(ended))
                .raw("},\"iss\":").text(addresses.issuer()).raw(",\"iat\":").raw(now.getEpochSecond()).raw("}");
        var input = Jwt.signingInput("vc+jwt", addresses.key(seal.kid()), json.toString());
        return Jwt.of(input, seal.sign(input));
    }

    /** A bit each, the first one leftmost; gzip; base 64 for addresses, which multibase calls {@code u}. */
    static String encoded(Collection<Integer> ended) {
        var bits = new byte[BadgeAddresses.LIST_LENGTH / Byte.SIZE];
        for (int place : ended) {
            bits[place / Byte.SIZE] |= (byte) (0x80 >> place % Byte.SIZE);
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bits);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return 'u' + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
