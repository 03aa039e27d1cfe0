package org.warmplan.collect.ask;

import java.util.Map;
import okhttp3.HttpUrl;
import org.warmplan.domain.InputException;
import org.warmplan.files.SafeUrl;

/** The address of a service with several endpoints: {@code https://host}, with or without the version path behind it. */
public final class BaseUrl {
    private final HttpUrl base;

    private BaseUrl(HttpUrl base) {
        this.base = base;
    }

    /**
     * The service at {@code url}, whose endpoints stand under {@code versionPath}, like {@code v1} or {@code api/v1}.
     *
     * @throws InputException when the url is no address
     */
    public static BaseUrl of(String url, String versionPath) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new InputException("The source %s is no address that can be asked. Maybe a letter is wrong."
                    .formatted(SafeUrl.of(url)));
        }
        String path = parsed.encodedPath().replaceFirst("/+$", "");
        String whole = path.endsWith("/" + versionPath) ? path : path + "/" + versionPath;
        return new BaseUrl(
                parsed.newBuilder().encodedPath(whole + "/").fragment(null).build());
    }

    /** The address of an endpoint, like {@code streaming/demand}; parameters in the map's order, encoded as needed. */
    public String at(String endpoint, Map<String, String> parameters) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(endpoint);
        // The empty segment after the version path would stand before the endpoint.
        url.encodedPath(base.encodedPath() + endpoint);
        parameters.forEach(url::addQueryParameter);
        return url.build().toString();
    }

    /** Like {@link #at(String, Map)} without parameters. */
    public String at(String endpoint) {
        return at(endpoint, Map.of());
    }
}
