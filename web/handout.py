"""The handout as a download for reviewers: plain, or with the code of an invitation just made."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.people import LANGUAGES, Language
from services import leaflets, signin
from services.leaflets import Leaflet
from web.browser import desk_of
from web.door import clean_code
from web.signing import check_form, staff_of_request


async def plain(request: Request) -> Response:
    """With the code of the web address."""
    signin.reviewers_only(await staff_of_request(request))
    desk, language = desk_of(request), _language(request.query_params.get("lang"))
    return await _pdf(leaflets.handout(desk.phrases, language, desk.base_url))


async def with_invitation(request: Request) -> Response:
    """With the code of an invitation. It comes in a form and not in an address, which browsers and
    servers write down."""
    signin.reviewers_only(await staff_of_request(request))
    await check_form(request)
    form, desk = await request.form(), desk_of(request)
    link = f"{desk.base_url}/i/{clean_code(str(form.get('code', '')))}"
    language = _language(str(form.get("lang", "")))
    return await _pdf(leaflets.handout(desk.phrases, language, link, invitation=True))


def _language(asked: str | None) -> Language:
    return next((code for code in LANGUAGES if code == asked), "da")


async def _pdf(leaflet: Leaflet) -> Response:
    content = await asyncio.to_thread(leaflets.make, leaflet)
    name = f"HV-linjen-{leaflet.content['language']}.pdf"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(content, media_type="application/pdf", headers=headers)


def handout_routes() -> list[Route]:
    """One address, asked for in two ways."""
    return [
        Route("/review/handout", plain),
        Route("/review/handout", with_invitation, methods=["POST"]),
    ]
