package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTests {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void theSizeOfARealPictureIsReadFromItsHeader(String format) throws IOException {
        assertThat(PictureSize.of(drawn(format))).contains(new PictureSize(30, 20));
        assertThat(PictureSize.isShowable(drawn(format))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "52494646000000005745425056503858 0A000000 00000000 1D0000 130000, VP8X",
        "52494646000000005745425056503820 0A000000 000000 9D012A 1E00 1400, VP8",
        "5249464600000000574542505650384C 0A000000 2F 1DC00400, VP8L",
    })
    void theSizeOfAWebpIsReadInEachOfItsForms(String bytes, String form) {
        assertThat(PictureSize.of(HexFormat.of().parseHex(bytes.replace(" ", ""))))
                .as(form)
                .contains(new PictureSize(30, 20));
    }

    @Test
    void aPictureOfBillionsOfPixelsIsNotShowable() {
        assertThat(PictureSize.isShowable(Pictures.png(50_000, 50_000))).isFalse();
        assertThat(PictureSize.isShowable(Pictures.png(-1, -1))).isFalse();
        assertThat(PictureSize.isShowable(Pictures.png(1, 50_000_001))).isFalse();
        assertThat(PictureSize.isShowable(Pictures.png(8_000, 6_000))).isTrue();
    }

    @Test
    void aGifIsAsLargeAsItsFirstFrameWhateverItsScreen() throws IOException {
        byte[] gif = drawn("gif");
        gif[6] = 1;
        gif[8] = 1;

        assertThat(PictureSize.of(gif)).contains(new PictureSize(30, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg/>", "GIF", "RIFF", "RIFFxxxxWAVEfmt ", "\u00ff\u00d8\u0000"})
    void whatIsNoPictureHasNoSize(String bytes) {
        assertThat(PictureSize.of(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aPictureThatIsCutOffAnywhereIsNoAccident(String format) throws IOException {
        byte[] picture = drawn(format);
        for (int length = 0; length < picture.length; length++) {
            byte[] cut = Arrays.copyOf(picture, length);
            assertThatCode(() -> PictureSize.isShowable(cut)).doesNotThrowAnyException();
        }
    }

    private static byte[] drawn(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
