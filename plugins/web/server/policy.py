"""What a browser may do with a page of the site: the Content-Security-Policy and its kindred headers."""

from __future__ import annotations

from plugins.web import assets

#: Everything not named is forbidden (Content Security Policy Level 3, 6.1). JSON-LD is data and no script to it.
OWN_ONLY = {
    "default-src": "'none'",
    "img-src": "'self' data:",
    "style-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
#: A year, as the preload list and most auditors ask for (RFC 6797, 6.1.1).
HSTS = "max-age=31536000"
#: What no page of a bulletin asks for.
POWERS = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")


def content_policy(early_script: str) -> str:
    """The policy as a page can carry it itself, in ``<meta http-equiv="Content-Security-Policy">``.

    ``early_script``: the only inline script, exactly as it stands in the page; allowed by its hash.
    """
    script = f"script-src 'self' {assets.source_hash(early_script)}"
    return "; ".join([*(f"{name} {value}" for name, value in OWN_ONLY.items()), script])


def header_policy(early_script: str) -> str:
    """The policy as a header: also says who may frame a page, which a page itself cannot (CSP 3, 3.3)."""
    return f"{content_policy(early_script)}; frame-ancestors 'none'"


def headers(secure: bool) -> dict[str, str]:
    """The headers of every answer, pages or not, but for the policy; HSTS only where there is TLS (``secure``)."""
    always = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{power}=()" for power in POWERS),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return {**always, **({"Strict-Transport-Security": HSTS} if secure else {})}
