"""What is wrong with a text in the knowledge folder, in one line a specialist can act on."""


class KnowledgeError(ValueError):
    """A file of the knowledge cannot be used; the message names file, key and what is expected."""

    def __init__(self, file: str, key: str, expected: str) -> None:
        self.file = file
        self.key = key
        self.expected = expected
        super().__init__(f"{file}: {key}: {' '.join(expected.split())}")
