package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.intake.text.SafeHtml;

class RemoteImagesTests {

    @Test
    void imagesOnTheWebAreCountedWithTheHostsThatTheyLieOn() {
        assertThat(in("<img src='https://a.example/1.png'><p><img alt='x' src='http://b.example:8080/2'></p>"
                        + "<img src='//a.example/3'><img src='cid:inside'>"))
                .isEqualTo(new RemoteImages(3, java.util.List.of("a.example", "b.example:8080")));
    }

    @Test
    void wordsThatLookLikeAnImageAreNoImage() {
        assertThat(in("<p>&lt;img data-remote-src=\"https://a.example/1\"&gt;</p>"
                                + "<p title='<img data-remote-src=\"https://b.example/1\">'>b</p>")
                        .count())
                .isZero();
    }

    @Test
    void whatIsNoAddressIsNoImage() {
        assertThat(in("<img src='https://'><img src='https:///x'><img src='file:///etc/passwd'>")
                        .count())
                .isZero();
    }

    @Test
    void ofManyHostsTheFirstAreNamed() {
        RemoteImages images = in("<img src='https://a.example'><img src='https://b.example'>"
                + "<img src='https://c.example'><img src='https://d.example'><img src='https://e.example'>");

        assertThat(images.named()).isEqualTo("a.example, b.example, c.example");
        assertThat(images.unnamed()).isEqualTo(2);
    }

    private static RemoteImages in(String html) {
        return RemoteImages.in(SafeHtml.of(html).html());
    }
}
