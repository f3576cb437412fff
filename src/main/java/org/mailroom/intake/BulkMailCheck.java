package org.mailroom.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.mime.field.Fields;
import org.mailroom.message.EmailAddress;

/**
 * It went to many (RFC 2369, RFC 2919), so an automatic answer would too. People also write through lists, and some sales
 * programs put the fields of a list into single letters: an answer to us still counts as one.
 */
class BulkMailCheck implements Check {

    private static final List<String> LISTS = List.of(
            "List-Id",
            "List-Unsubscribe",
            "List-Post",
            "List-Help",
            "List-Subscribe",
            "Mailing-List",
            "X-Mailing-List",
            "X-Mailman-Version",
            "X-BeenThere",
            "X-Google-Group-Id",
            "X-Listname",
            "X-List-Name");
    private static final List<String> NOTIFICATIONS = List.of(
            "X-GitHub-Reason",
            "X-GitHub-Sender",
            "X-GitLab-Project",
            "X-GitLab-NotificationReason",
            "X-JIRA-FingerPrint",
            "X-Bugzilla-Type",
            "X-Bugzilla-Reason",
            "X-Redmine-Host",
            "X-Redmine-Project",
            "X-Trac-Project",
            "X-Launchpad-Notification-Type",
            "X-Gerrit-MessageType",
            "X-Jenkins-Job",
            "X-Phabricator-Sent-This-Message",
            "X-Facebook-Notify",
            "X-LinkedIn-Class",
            "X-Twitter-Impression-Id",
            "X-Discourse-Post-Id");
    private static final List<String> CAMPAIGNS = List.of(
            "X-CSA-Complaints",
            "X-Campaign",
            "X-CampaignID",
            "X-Campaign-Id",
            "X-Mailchimp-Campaign",
            "X-Mailer-Campaign",
            "X-Newsletter",
            "X-MailingID",
            "X-Mailing-Id",
            "X-rpcampaign",
            "X-SFMC-Stack",
            "X-Mautic");
    /** The address to which a list has its own mail sent back, also before lists had fields of their own. */
    private static final Pattern OWNER = Pattern.compile(
            "(?i)owner-|-owner|-bounces|(-bounce|-admin|-request|-errors?)@|(?<![\\w.])bounces?-|-return-\\d");

    private static final Set<String> PRECEDENCES = Set.of("list", "bulk", "junk");

    @Override
    public Optional<Judgement> judge(Letter letter) {
        Fields fields = letter.fields();
        Stream<String> relay = fields.all("X-Amazon-Mail-Relay-Type").stream()
                .filter(value -> value.equalsIgnoreCase("notification"))
                .map(value -> "X-Amazon-Mail-Relay-Type");
        Stream<String> precedence = Precedence.isOneOf(fields, PRECEDENCES) ? Stream.of("Precedence") : Stream.empty();
        return Stream.of(
                        present(fields, LISTS),
                        precedence,
                        relay,
                        present(fields, NOTIFICATIONS),
                        present(fields, CAMPAIGNS))
                .flatMap(names -> names)
                .findFirst()
                .map(name -> Judgement.of(Kind.BULK, "Bulk mail: the field " + name + " says that it went to many."));
    }

    /**
     * Whether it came through a mailing list, where people write: it names the list, has failures or answers go there, or was
     * sent on by somebody else than its author. A loop mark of the author's own is that of his program.
     */
    static boolean isFromList(Fields fields) {
        List<String> authors =
                fields.addresses("From").stream().map(EmailAddress::key).toList();
        boolean elsewhere = Stream.of("Sender", "Reply-To")
                .flatMap(name -> fields.addresses(name).stream())
                .anyMatch(address -> !authors.contains(address.key()));
        boolean marked = fields.all("X-Loop").stream()
                .map(mark -> mark.toLowerCase(Locale.ROOT))
                .anyMatch(mark -> authors.stream().noneMatch(mark::contains));
        boolean owner = Stream.of("Sender", "Resent-Sender", "Errors-To", "Return-Path")
                .flatMap(name -> fields.all(name).stream())
                .anyMatch(value -> OWNER.matcher(value).find());
        return owner || elsewhere || marked || present(fields, LISTS).findAny().isPresent();
    }

    private static Stream<String> present(Fields fields, List<String> names) {
        return names.stream().filter(fields::has);
    }
}
