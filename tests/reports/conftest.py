"""The desk of the web's tests."""

from tests.web.conftest import office as office
