package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldHtmlTests {

    /** The line that names the author is in no language, so that only the marks of the program can tell. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        Gmail | <div dir="ltr">Yes, it does.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Xyz Support:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"><div>Does it work?</div></blockquote></div>
        Gmail of old | <div dir="ltr">Yes, it does.</div><div class="gmail_extra"><br><br><div class="gmail_quote">Xyz <span dir="ltr">&lt;<a href="mailto:s@x.example">s@x.example</a>&gt;</span><br><blockquote class="gmail_quote">Does it work?</blockquote></div></div>
        Gmail, seen by Outlook | <div>Yes, it does.</div><div class="x_gmail_quote"><div class="x_gmail_attr">Xyz:</div><blockquote class="x_gmail_quote">Does it work?</blockquote></div>
        Gmail forwarding | <div>Yes, it does.</div><div class="gmail_quote"><div class="gmail_attr">---------- Xyz ---------<br>Xyz: Support</div><br>Does it work?</div>
        Gmail with signature | <div>Yes, it does.<br clear="all"><div><br></div>-- <br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Jane Doe</div></div><div class="gmail_quote"><blockquote class="gmail_quote">Does it work?</blockquote></div>
        Proton Mail | <div>Yes, it does.</div><div class="protonmail_signature_block"><div>Sent with Proton</div></div><div class="protonmail_quote">Xyz:<br><blockquote class="protonmail_quote" type="cite">Does it work?</blockquote><br></div>
        Outlook on the web | <div class="elementToProof">Yes, it does.</div><div id="Signature"><p>Jane Doe</p></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>Xyz:</b> Support<br><b>Abc:</b> Jane</div><div>Does it work?</div>
        Outlook.com, forwarded through Gmail | <div>Yes, it does.</div><hr id="m_-73x_stopSpelling"><div id="m_-7312divRplyFwdMsg"><b>Xyz:</b> Support</div><div>Does it work?</div>
        Outlook for Windows | <div class="WordSection1"><p class="MsoNormal">Yes, it does.<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class="MsoNormal"><b>Xyz:</b> Support</p></div></div><p class="MsoNormal">Does it work?</p></div>
        Outlook for Windows in inches | <p class="MsoNormal">Yes, it does.</p><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>Xyz:</b> Support</p></div><p class="MsoNormal">Does it work?</p>
        Outlook, written anew by a browser | <p class="x_MsoNormal">Yes, it does.</p><div style="border-right:none; border-bottom:none; border-left:none; border-top:1pt solid rgb(225,225,225); padding:3pt 0in 0in"><p><b>Xyz:</b> Support</p></div><p>Does it work?</p>
        Outlook for Mac | <div>Yes, it does.</div><span id="OLK_SRC_BODY_SECTION"><div style="border-top:#b5c4df 1pt solid">Xyz: Support</div><div>Does it work?</div></span>
        Outlook for Mac, new | <div>Yes, it does.</div><div id="mail-editor-reference-message-container"><div>Xyz: Support</div><div>Does it work?</div></div>
        Outlook for iOS | <div>Yes, it does.</div><div id="ms-outlook-mobile-signature"><div></div>Xyz <a href="https://aka.ms/o0ukef">Outlook iOS</a></div><div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message"><hr><div>Xyz: Support</div>Does it work?</div>
        Yahoo | <div class="yahoo-style-wrap"><div dir="ltr">Yes, it does.</div></div><div id="yahoo_quoted_3141592653" class="yahoo_quoted"><div><div>Xyz:</div><div>Does it work?</div></div></div>
        Yahoo, seen by Yahoo | <div class="yiv123yahoo-style-wrap">Yes, it does.</div><div id="yiv123yahoo_quoted_3141592653" class="yiv123yahoo_quoted"><div>Xyz:</div>Does it work?</div>
        Yahoo of old | <div>Yes, it does.</div><div class="yQTDBase" id="yqt12345">Does it work?</div>
        Thunderbird | <p>Yes, it does.</p><div class="moz-cite-prefix">Xyz Support:<br></div><blockquote type="cite" cite="mid:1@x"><p>Does it work?</p></blockquote><div class="moz-signature">-- <br>Jane</div>
        Thunderbird forwarding | <p>Yes, it does.</p><div class="moz-forward-container"><br>-------- Xyz --------<table class="moz-email-headers-table"><tr><th>Xyz: </th><td>a</td></tr></table>Does it work?</div>
        Apple Mail | <html><body><div>Yes, it does.</div><div id="AppleMailSignature">Jane Doe</div><div><br><blockquote type="cite"><div>Xyz:</div><br><div>Does it work?</div></blockquote></div></body></html>
        iCloud | <div>Yes, it does.</div><br><div>2026-03-03 10:15 Support &lt;s@x.example&gt;:<br></div><blockquote type="cite">Does it work?</blockquote>
        Zoho | <div><div>Yes, it does.</div><br><div class="zmail_extra" style="border-top:1px solid #ccc"><div id="Zm-_Id_-Sgn1">---- Xyz ----</div><blockquote>Does it work?</blockquote></div></div>
        GMX | <div>Yes, it does.</div><div><div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div><b>Xyz:</b> Support</div><div name="quoted-content">Does it work?</div></div></div>
        Windows Mail | <div class="WordSection1"><p class="MsoNormal">Yes, it does.</p><div style='mso-element:para-border-div;border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class="MsoNormal" style="border:none;padding:0cm"><b>Xyz: </b>a</p></div><p>Does it work?</p></div>
        Windows 8 Mail | <div data-externalstyle="false">Yes, it does.</div><div style="padding-top: 5px; border-top-color: rgb(229, 229, 229); border-top-width: 1px; border-top-style: solid;"><div><b>Von:</b> Support<br><b>Gesendet:</b> Dienstag<br><b>An:</b> Jane</div></div><div>Does it work?</div>
        Superhuman | <div><div>Yes, it does.</div><br><div class="gmail_signature">Sent via Superhuman</div></div><div><div class="gmail_quote">Xyz Support:<br><blockquote class="gmail_quote"><div>Does it work?</div></blockquote></div></div>
        Spark | <div name="messageBodySection"><div>Yes, it does.</div></div><div name="messageSignatureSection"><br>Jane</div><div name="messageReplySection">Xyz Support, xyz:<br><blockquote type="cite" class="spark_quote">Does it work?</blockquote></div>
        Tutanota | <div>Yes, it does.</div><br>3 Mar 2026, 10:15 by s@x.example:<br><blockquote class="tutanota_quote">Does it work?</blockquote>
        Front | <div>Yes, it does.</div><div class="front-signature">Jane</div><br><blockquote type="cite" class="front-blockquote">Xyz:<br>Does it work?</blockquote>
        HEY | <div class="trix-content"><div>Yes, it does.</div><div><br>On March 3, 2026, Support &lt;s@x.example&gt; wrote:</div><blockquote>Does it work?</blockquote></div>
        Samsung | <div dir="auto">Yes, it does.</div><div id="composer_signature"><div>Xyz Galaxy</div></div><div><br></div><div>-------- Original message --------</div><div>Xyz: Support</div><div>Does it work?</div>
        BlackBerry | <div>Yes, it does.</div><div id="blackberry_signature_BBPPID">Xyz</div><div id="response_container_BBPPID"><div id="_bb10TempHeader"><b>Xyz:</b> a</div>Does it work?</div>
        BlackBerry of old | Yes, it does.<br><!-- originalMessage --><div><b>Xyz: </b>a</div>Does it work?
        Lotus Notes | <p>Yes, it does.</p><font color="#990099">-----Support wrote: -----</font><div style="padding-left:5px;border-left:solid black 2px">Xyz: Jane<br>Does it work?</div>
        Zimbra | <div>Yes, it does.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>Xyz: </b>a</div><div data-marker="__QUOTED_TEXT__">Does it work?</div>
        Roundcube | <p>Yes, it does.</p><div id="_rc_sig">-- <br>Jane</div><p id="reply-intro">Xyz, Support:</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0"><div>Does it work?</div></blockquote>
        Evolution | <div>Yes, it does.</div><div>On Tue, 2026-03-03 at 10:15 +0100, Support wrote:</div><blockquote type="cite">Does it work?</blockquote><div><span class="-x-evo-signature-wrapper"><span>Jane</span></span></div>
        Yandex | <div>Yes, it does.</div><div> </div><div>03.03.2026, 10:15, "Support" &lt;s@x.example&gt;:</div><blockquote><p>Does it work?</p></blockquote>
        QQ Mail | <div>Yes, it does.</div><div><includetail><div style="font-size:12px">------------------&nbsp;Original&nbsp;------------------</div><div><b>Xyz:</b>a</div><div>Does it work?</div></includetail></div>
        NetEase | <div>Yes, it does.</div><br>At 2026-03-03 10:15:00, "Support" &lt;s@x.example&gt; wrote:<br><blockquote id="isReplyContent">Does it work?</blockquote>
        Airmail | <div id="bloop_customfont">Yes, it does.</div><div id="bloop_sign_1234567890" class="bloop_sign">Jane</div><br><p class="airmail_on">On 3 March 2026 at 10:15:00, Support (s@x.example) wrote:</p><blockquote type="cite" class="clean_bq">Does it work?</blockquote>
        Open-Xchange | <div>Yes, it does.</div><div class="io-ox-signature">Jane</div><blockquote type="cite"><div>Xyz:</div>Does it work?</blockquote>
        """)
    void theOldMailAndTheSignatureAreFoundByTheMarksOfTheProgram(String program, String html) {
        assertThat(newText(html)).as(program).isEqualTo("Yes, it does.");
    }

    @Test
    void answersBetweenThePartsOfAQuotationStay() {
        String html =
                "<div>See below.</div><div class=gmail_quote><div class=gmail_attr>On 3 March 2026 Support wrote:</div>"
                        + "<blockquote class=gmail_quote>Does it work?</blockquote><div>Yes.</div>"
                        + "<blockquote class=gmail_quote>Since when?</blockquote><div>Today.</div></div>";

        assertThat(newText(html).lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "See below.",
                        "On 3 March 2026 Support wrote:",
                        "> Does it work?",
                        "Yes.",
                        "> Since when?",
                        "Today.");
    }

    @Test
    void anAnswerBelowTheQuotationStaysWithoutIt() {
        assertThat(
                        newText(
                                "<div class=moz-cite-prefix>Xyz:</div><blockquote type=cite>Does it work?</blockquote><p>Yes.</p>"))
                .isEqualTo("Yes.");
        assertThat(newText("<div class=yahoo_quoted>Does it work?</div><p>Yes.</p>"))
                .isEqualTo("Yes.");
    }

    @Test
    void whatIsOnlyIndentedIsNotQuoted() {
        assertThat(newText(
                        "<div>One</div><blockquote style=\"margin:0 0 0 40px;border:none;padding:0\">two</blockquote>"))
                .isEqualTo("One\ntwo");
    }

    @Test
    void aClassThatAnybodyMayUseIsNoMark() {
        assertThat(newText("<p>One</p><p class=quote>two</p>")).isEqualTo("One\n\ntwo");
    }

    @Test
    void whereAllIsOldAllStays() {
        assertThat(newText("<div class=yahoo_quoted>Does it work?</div>")).isEqualTo("Does it work?");
        assertThat(newText("<div class=gmail_signature>Jane</div>")).isEqualTo("Jane");
    }

    private static String newText(String html) {
        SafeHtml safe = SafeHtml.of(html);
        return NewText.ofHtml(safe.text(), safe.marked());
    }
}
