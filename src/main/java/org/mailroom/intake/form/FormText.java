package org.mailroom.intake.form;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.text.CleanText;
import org.mailroom.intake.text.SafeHtml;

/** The text of a form mail: as it was written, and from its HTML, where a cell beside another is a label. */
final class FormText {

    private static final int LONGEST = 100_000;
    private static final int LONGEST_LABEL = 40;

    private final String text;
    private final @Nullable String html;
    private @Nullable String htmlText;

    FormText(ReadMail mail) {
        this.text = CleanText.cut(mail.message().text(), LONGEST);
        String html = mail.message().html();
        this.html = html == null ? null : CleanText.cut(html, LONGEST);
    }

    /** From the one that says more. */
    FormFields fields(FormProfile profile) {
        FormReader reader = new FormReader(profile);
        FormFields plain = reader.read(text);
        FormFields fromHtml = html == null ? FormFields.NONE : reader.read(htmlText(html));
        return fromHtml.count() > plain.count() ? fromHtml : plain;
    }

    private String htmlText(String html) {
        if (htmlText == null) {
            htmlText = CleanText.cut(SafeHtml.of(labelled(html)).text(), LONGEST);
        }
        return htmlText;
    }

    /** With the colon that a label in a cell of its own does without. */
    private static String labelled(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        for (Element cell : document.select("tr > :is(td, th):first-child:not(:only-child)")) {
            String label = cell.text().strip();
            if (!label.isEmpty() && label.length() <= LONGEST_LABEL && label.indexOf(':') < 0) {
                cell.text(label + ":");
            }
        }
        return document.body().html();
    }
}
