"""A publication on a CKAN portal: the dataset by its name, its files by theirs, what others added there left alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from civicgraph.errors import UsageError
from civicgraph.publish.about import About

KEY = "CIVICGRAPH_CKAN_KEY"

WAIT = {"timeout": 60}
"""Seconds that a portal may take to answer."""


def package(about: About) -> dict[str, Any]:
    """The dataset as CKAN's action API takes it. Raises `UsageError` when [ckan] has no organisation."""
    census = about.census
    extras = {
        "identifier": about.dataset,
        "temporal_start": census.first,
        "temporal_end": census.last,
        "spatial_text": "; ".join(about.places),
        "frequency": about.text("frequency"),
        "publisher_name": about.publisher["name"],
        "publisher_uri": about.publisher["url"],
    }
    said: dict[str, Any] = {
        "name": about.text("name"),
        "title": about.text("title"),
        "notes": about.text("description"),
        "url": about.base,
        "version": about.on,
        "owner_org": about.settings.need("ckan", "organisation"),
        "maintainer": about.contact["name"],
        "maintainer_email": about.contact["email"],
        "tags": [{"name": word} for word in about.keywords],
        "extras": [{"key": key, "value": value} for key, value in extras.items() if value],
        "resources": [
            {
                "name": file.place,
                "description": file.about or file.title,
                "url": about.url(file),
                "format": file.ending,
                "mimetype": file.media,
                "size": file.bytes,
                "hash": f"sha256:{file.sha256}",
            }
            for file in about.files
        ],
    }
    if about.licence:
        said["license_id"] = about.licence.ckan
    else:
        said["extras"].append({"key": "licence", "value": about.text("licence")})
    return said


def merged(theirs: Mapping[str, Any], ours: Mapping[str, Any], base: str) -> dict[str, Any]:
    """What the portal has, with ours in its place. A file of ours keeps the identifier that it has there, a file of
    ours that is no longer published goes, and what others added stays: resources, extras, fields."""
    had = {one.get("name"): one for one in theirs.get("resources", ())}
    mine = [{**had.get(one["name"], {}), **one} for one in ours["resources"]]
    names = {one["name"] for one in mine}
    added = [
        one
        for one in theirs.get("resources", ())
        if one.get("name") not in names and not str(one.get("url", "")).startswith(base)
    ]
    keys = {one["key"] for one in ours["extras"]}
    extras = [*ours["extras"], *(one for one in theirs.get("extras", ()) if one["key"] not in keys)]
    return {**theirs, **ours, "resources": [*mine, *added], "extras": extras}


def key() -> str:
    """From the environment. Raises `UsageError` where it is not there."""
    if found := os.environ.get(KEY, ""):
        return found
    raise UsageError(f"the portal's key is missing; put it into the environment: {KEY}=…")


def push(about: About, url: str) -> str:
    """Makes or changes the dataset; gives a line about it. Raises `UsageError` with what the portal says."""
    ours, secret = package(about), key()
    try:
        from ckanapi import RemoteCKAN
        from ckanapi.errors import CKANAPIError, NotAuthorized, NotFound, ValidationError
        from requests.exceptions import RequestException
    except ModuleNotFoundError as error:
        raise UsageError("--to ckan needs the package ckanapi; run pip install 'civicgraph[ckan]'") from error
    name = ours["name"]
    try:
        with RemoteCKAN(url, apikey=secret, user_agent="civicgraph") as portal:
            try:
                theirs = portal.call_action("package_show", {"id": name}, requests_kwargs=WAIT)
            except NotFound:
                portal.call_action("package_create", ours, requests_kwargs=WAIT)
                return f"made {name} on {url}: {len(ours['resources'])} resources"
            changed = merged(theirs, ours, about.base)
            portal.call_action("package_update", changed, requests_kwargs=WAIT)
            return f"changed {name} on {url}: {len(changed['resources'])} resources"
    except NotAuthorized as error:
        raise UsageError(
            f"{url}: the portal does not let this key change {name} in {ours['owner_org']}; "
            f"put the key of somebody who may into {KEY}"
        ) from error
    except ValidationError as error:
        raise UsageError(f"{url}: the portal does not take {name}: {_said(error.error_dict)}") from error
    except (CKANAPIError, RequestException) as error:
        what = " ".join(str(error).split())[:200] or type(error).__name__
        raise UsageError(f"{url}: no CKAN portal answers there ({what}); check --url") from error


def _said(faults: Mapping[str, Any]) -> str:
    """{'name': ['is taken'], '__type': …} → "name: is taken"."""
    return "; ".join(
        f"{key}: {', '.join(map(str, what)) if isinstance(what, list) else what}"
        for key, what in sorted(faults.items())
        if not key.startswith("__")
    )
