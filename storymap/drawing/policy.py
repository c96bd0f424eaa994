"""The content security policy of a page: only what is written in it may run or be shown."""

import base64
import hashlib
from collections.abc import Sequence


def content_policy(scripts: Sequence[str], styles: Sequence[str], *, images: str = "") -> str:
    """Allow these inline scripts and styles, and images from one more host if there is one."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts)) or _NONE}",
            f"style-src {' '.join(map(_hash, styles)) or _NONE}",
            f"img-src {' '.join(filter(None, ('data:', images)))}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


_NONE = "'none'"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
