"""`civicgraph serve`: pages over the graph and a SPARQL endpoint, read-only.

serve(Settings(graph=Path("build")))         until Ctrl-C
app(Settings(graph=Path("build")))           the ASGI application, for another server or a test
"""

from __future__ import annotations

from civicgraph.web.app import app
from civicgraph.web.server import serve
from civicgraph.web.settings import Limits, Settings

__all__ = ["Limits", "Settings", "app", "serve"]
