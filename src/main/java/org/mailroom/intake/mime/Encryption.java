package org.mailroom.intake.mime;

import java.util.Set;
import org.mailroom.intake.mime.wrapped.SignedData;

/** Says of what only its recipient could open that it is so. */
final class Encryption {

    private static final Set<String> PGP = Set.of("application/pgp-encrypted", "application/pgp");
    private static final Set<String> SMIME = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

    private Encryption() {}

    /** Of a file; also of those that lie elsewhere or are only a piece. */
    static void warn(Entity file, String type, Warnings warnings) {
        boolean sealed = SMIME.contains(type) && !isSigned(file);
        warnings.addIf(sealed || PGP.contains(type), Warnings.ENCRYPTED);
        warnings.addIf(type.equals("message/partial"), Warnings.PARTIAL);
        warnings.addIf(type.equals("message/external-body"), Warnings.EXTERNAL);
    }

    /** Of a text: PGP within it (RFC 4880, 6.2). */
    static void warn(String text, Warnings warnings) {
        int at = text.indexOf("-----BEGIN PGP MESSAGE-----");
        warnings.addIf(at == 0 || (at > 0 && text.charAt(at - 1) == '\n'), Warnings.ENCRYPTED);
    }

    private static boolean isSigned(Entity file) {
        boolean certificates = file.type()
                .get("smime-type")
                .filter("certs-only"::equalsIgnoreCase)
                .isPresent();
        return certificates || SignedData.content(file.decoded().slice()).isPresent();
    }
}
