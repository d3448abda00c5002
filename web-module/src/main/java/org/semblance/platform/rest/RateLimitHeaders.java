package org.semblance.platform.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.identity.limits.Allowance;
import org.semblance.identity.limits.Standing;

/** Where a caller stands, as clients know it (draft-ietf-httpapi-ratelimit-headers). */
final class RateLimitHeaders {
    private RateLimitHeaders() {}

    static Map<String, String> of(Standing standing) {
        var headers = new LinkedHashMap<String, String>();
        Allowance allowance = standing.allowance();
        var policies = new StringBuilder();
        if (allowance.unitsPerMinute() > 0) {
            policies.append("\"minute\";q=").append(allowance.unitsPerMinute()).append(";w=60");
            headers.put("RateLimit", "\"minute\";r=" + standing.left() + ";t=" + standing.secondsUntilFull());
        }
        if (allowance.unitsPerDay() > 0) {
            policies.append(policies.isEmpty() ? "" : ", ");
            policies.append("\"day\";q=").append(allowance.unitsPerDay()).append(";w=86400");
        }
        headers.put("RateLimit-Policy", policies.toString());
        return headers;
    }
}
