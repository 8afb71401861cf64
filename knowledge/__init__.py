"""Guides, forms, alarm words and the search: what the hotline knows, editable by specialists."""
