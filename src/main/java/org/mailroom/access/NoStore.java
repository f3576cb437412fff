package org.mailroom.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Tells browsers and proxies to keep nothing of what the engine's web applications say of cases. Their scripts and pictures,
 * which are the same for everybody, may be kept.
 */
class NoStore implements HeaderWriter {

    private static final String API = "/camunda/api/";
    private static final String PLUGIN_FILES = "/static/";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (isData(request) || isHtml(response)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isData(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(API) && !path.contains(PLUGIN_FILES);
    }

    private static boolean isHtml(HttpServletResponse response) {
        String type = response.getContentType();
        return type != null && type.startsWith("text/html");
    }
}
