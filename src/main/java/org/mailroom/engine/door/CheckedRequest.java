package org.mailroom.engine.door;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A call as the engine gets it: with the body that was checked, and without the wish to have stored objects made again
 * from their bytes. An object that was stored before the door was there is shown as it was stored.
 */
class CheckedRequest extends HttpServletRequestWrapper {

    /** The engine takes the first of two values, so these come before whatever the caller wrote. */
    private static final String NO_OBJECTS =
            "deserializeValues=false&deserializeValue=false&disableCustomObjectDeserialization=true";

    private final byte @Nullable [] body;

    /** @param body null to leave the body unread */
    CheckedRequest(HttpServletRequest request, byte @Nullable [] body) {
        super(request);
        this.body = body;
    }

    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        return query == null || query.isEmpty() ? NO_OBJECTS : NO_OBJECTS + "&" + query;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Again(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return body == null
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Bytes that were read already, given once more. */
    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Again(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The engine reads a body at once");
        }
    }
}
