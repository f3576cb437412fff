package org.mailroom.intake;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.intake.mime.field.Fields;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The servers whose word about a sender counts. */
@Component
class TrustedServers {

    private final Set<String> own;
    private final Set<String> forwarders;

    /**
     * @param own mail servers of ours, as they call themselves (RFC 8601)
     * @param forwarders domains whose servers send mail on to us and seal what they found out before (RFC 8617)
     */
    TrustedServers(
            @Value("${mailroom.mail.trusted-servers:}") Set<String> own,
            @Value("${mailroom.mail.trusted-forwarders:}") Set<String> forwarders) {
        this.own = lowerCase(own);
        this.forwarders = lowerCase(forwarders);
    }

    SenderAuthentication judge(Fields fields) {
        return SenderAuthentication.of(fields, own, forwarders);
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
