"""The municipality's own sign-in, by OpenID Connect: code flow with PKCE, state and nonce.

Authlib's client classes sit on HTTP libraries that it is leaving; its rules for requests and claims
do not, so those are used with httpx. Addresses and keys are asked for at each sign-in: it happens a
few times a day, and a changed key is then no event.
"""

from collections.abc import Awaitable, Container
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import get_well_known_url
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from domain.identity import Identity
from web.openid import Asked, ProviderSilent, SignInRefused

SIGNATURES = ["RS256", "PS256", "ES256", "EdDSA"]
"""Never `none`, and nothing that is signed with our own secret."""
PATIENCE = 10.0
"""Seconds for one question to the provider."""
AUTH_METHODS = "token_endpoint_auth_methods_supported"
LEEWAY = 60
"""Seconds that its clock may differ from ours."""


@dataclass(frozen=True)
class Provider:
    """One provider, to which we are known by `client_id` and `secret`."""

    issuer: str
    client_id: str
    secret: str
    return_to: str

    async def address(self, asked: Asked) -> str:
        """Where the browser is sent to sign in. Raises ProviderSilent."""
        async with httpx.AsyncClient(timeout=PATIENCE) as http:
            metadata = await self._metadata(http)
        address: str = prepare_grant_uri(
            metadata["authorization_endpoint"],
            self.client_id,
            "code",
            redirect_uri=self.return_to,
            scope="openid email",
            state=asked.state,
            nonce=asked.nonce,
            code_challenge=create_s256_code_challenge(asked.verifier),
            code_challenge_method="S256",
        )
        return address

    async def identity(self, now: datetime, asked: Asked, code: str) -> Identity:
        """Whom the provider vouches for. Raises ProviderSilent, SignInRefused."""
        async with httpx.AsyncClient(timeout=PATIENCE) as http:
            metadata = await self._metadata(http)
            token = await self._redeem(http, metadata, asked, code)
            keys = await _json(http.get(metadata["jwks_uri"]))
        return self._read(now, asked, token, keys)

    async def _metadata(self, http: httpx.AsyncClient) -> dict[str, Any]:
        found = await _json(http.get(get_well_known_url(self.issuer, external=True)))
        needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        if found.get("issuer") != self.issuer or not all(
            isinstance(found.get(name), str) for name in needed
        ):
            raise ProviderSilent("this is not the provider that was set")
        return found

    async def _redeem(
        self, http: httpx.AsyncClient, metadata: dict[str, Any], asked: Asked, code: str
    ) -> dict[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.return_to,
            "code_verifier": asked.verifier,
        }
        address = metadata["token_endpoint"]
        if "client_secret_basic" in metadata.get(AUTH_METHODS, ["client_secret_basic"]):
            known = httpx.BasicAuth(quote(self.client_id, ""), quote(self.secret, ""))
            return await _json(http.post(address, data=form, auth=known), refused={400, 401})
        form |= {"client_id": self.client_id, "client_secret": self.secret}
        return await _json(http.post(address, data=form), refused={400, 401})

    def _read(self, now: datetime, asked: Asked, token: dict[str, Any], keys: Any) -> Identity:
        try:
            read = jwt.decode(str(token["id_token"]), KeySet.import_key_set(keys), SIGNATURES)
            claims = CodeIDToken(
                read.claims,
                read.header,
                {
                    "iss": {"essential": True, "value": self.issuer},
                    "aud": {"essential": True, "value": self.client_id},
                },
                {
                    "nonce": asked.nonce,
                    "client_id": self.client_id,
                    "access_token": token.get("access_token"),
                },
            )
            claims.validate(int(now.timestamp()), LEEWAY)
        except (JoseError, KeyError, ValueError, TypeError) as error:
            raise SignInRefused("the answer cannot be trusted") from error
        verified = claims.get("email_verified", True) in (True, "true")
        return Identity(str(claims["sub"]), str(claims.get("email", "")) if verified else "")


async def _json(
    asked: Awaitable[httpx.Response], refused: Container[int] = frozenset()
) -> dict[str, Any]:
    """What was answered. Raises SignInRefused for a status in `refused`, else ProviderSilent."""
    try:
        answer = await asked
        if answer.status_code in refused:
            raise SignInRefused("the code was not taken")
        found = answer.raise_for_status().json()
    except (httpx.HTTPError, ValueError) as error:
        raise ProviderSilent(type(error).__name__) from error
    if not isinstance(found, dict):
        raise ProviderSilent("not an object")
    return found
