// The headers of every page that this system serves: nothing from elsewhere, nothing inline, in nobody's frame.
/**
 * The headers of every page: nothing from elsewhere, nothing inline, in nobody's frame (CSP level 3, Fetch, Referrer Policy).
 */
export const securityHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;
