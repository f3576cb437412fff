package org.mailroom.intake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address in running text, found by going left and right from its {@code @}, so that a long line costs no more than its
 * length.
 *
 * @param start where it begins in the line
 * @param end where the line goes on after it
 */
record WrittenAddress(String address, int start, int end) {

    private static final String MARKS = "!#$%&'*+/=?^_`{|}~.-";
    private static final int LONGEST_LOCAL = 128;
    private static final int LONGEST_DOMAIN = 253;
    private static final int MOST = 50;
    private static final Pattern KEY =
            Pattern.compile("(?i)^(to|for|rcpt|orcpt|recipient|addr|address|email|mail|user)=");
    private static final Pattern HEX = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})}");

    /** Those whose domain has a dot or is an IP address; others only count in the fields of reports. */
    static List<WrittenAddress> in(String line) {
        return in(line, false);
    }

    /** The first address in a field such as Final-Recipient (RFC 3464, 2.3.2), also in the escaped forms of RFC 6533. */
    static Optional<String> inField(String field) {
        String plain = HEX.matcher(field).replaceAll(hex -> Matcher.quoteReplacement(character(hex.group(1))));
        return in(plain, true).stream()
                .map(found -> found.address().replace("+2B", "+").replace("+3D", "="))
                .findFirst();
    }

    String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    String local() {
        return key().substring(0, address.lastIndexOf('@'));
    }

    private static List<WrittenAddress> in(String line, boolean anyDomain) {
        List<WrittenAddress> found = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf('@'); at >= 0 && found.size() < MOST; at = line.indexOf('@', at + 1)) {
            int start = startOfLocal(line, at, from);
            int end = endOfDomain(line, at + 1);
            String domain = line.substring(at + 1, end);
            if (start < at && !domain.isEmpty() && (anyDomain || domain.contains(".") || domain.startsWith("["))) {
                found.add(new WrittenAddress(line.substring(start, end), start, end));
                from = end;
            }
        }
        return found;
    }

    private static int startOfLocal(String line, int at, int from) {
        int least = Math.max(from, at - LONGEST_LOCAL);
        if (at > least && line.charAt(at - 1) == '"') {
            int quote = line.lastIndexOf('"', at - 2);
            return quote >= least ? quote : at;
        }
        int start = at;
        while (start > least && isLocal(line.charAt(start - 1))) {
            start--;
        }
        while (start < at && !isX400(line, start, at) && "'`/.={|}-*".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        Matcher key = KEY.matcher(line.substring(start, at));
        return key.find() ? start + key.end() : start;
    }

    /** As a gateway to X.400 writes a local part (RFC 2156): {@code /G=Jane/S=Doe/C=DE/}. */
    private static boolean isX400(String line, int start, int at) {
        return line.charAt(start) == '/' && line.charAt(at - 1) == '/' && line.indexOf('=', start) < at;
    }

    private static int endOfDomain(String line, int start) {
        if (start < line.length() && line.charAt(start) == '[') {
            int close = line.indexOf(']', start);
            return close > start && close - start < 60 ? close + 1 : start;
        }
        int end = start;
        int most = Math.min(line.length(), start + LONGEST_DOMAIN);
        while (end < most && isDomain(line.charAt(end))) {
            end++;
        }
        while (end > start && !Character.isLetterOrDigit(line.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLocal(char letter) {
        return isWord(letter) || MARKS.indexOf(letter) >= 0;
    }

    private static boolean isDomain(char letter) {
        return isWord(letter) || letter == '.' || letter == '-';
    }

    /** Japanese and Chinese stand beside an address without a space, so of what is not ASCII only letters of alphabets do. */
    private static boolean isWord(char letter) {
        return letter < 128
                ? Character.isLetterOrDigit(letter)
                : Character.isLetter(letter) && Character.getType(letter) != Character.OTHER_LETTER;
    }

    private static String character(String hex) {
        int point = Integer.parseInt(hex, 16);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
