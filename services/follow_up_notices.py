"""The messages about follow-ups: the question with its taps, and the specialist's task."""

from dataclasses import dataclass

from domain.followups import Answer, To
from domain.messages import Button, Message, Param, Priority, Ref, Rows, column
from models.followups import FollowUp
from models.people import Person


@dataclass(frozen=True)
class About:
    """What a follow-up is about: the plan it stands in, a reference, and the company."""

    plan: str
    subject: str
    company: str

    def text_of(self, row: FollowUp) -> Param:
        """The question, as somebody wrote it or as it stands in the plan."""
        return row.question or Ref(f"follow-up:{self.plan}/{row.item}")


def question(row: FollowUp, about: About, count: int = 1) -> Message:
    """To the employer: one question, three taps. `count`: how many there are today."""
    key = "follow-up-again" if row.asks > 1 else "follow-up-asks"
    params = {"subject": about.subject, "question": about.text_of(row), "count": count}
    return Message(key, params, taps(row, about), priority=Priority.REMINDER)


def taps(row: FollowUp, about: About) -> Rows:
    """Better, the same, worse; and for now, not now."""
    tap = f"follow-up-tap:{about.plan}/{row.item}"
    answers = [Button(f"{tap}/{answer}", f"followup:{row.id}:{answer}") for answer in Answer]
    return column(*answers, Button("button-follow-up-later", f"later:{row.id}"))


def task(row: FollowUp, about: About, receiver: Person | None) -> Message:
    """To the specialist: something only a person can do now."""
    key = "follow-up-silence" if row.to == To.EMPLOYER else "follow-up-task"
    if row.to == To.EMPLOYER and receiver is None:
        key = "follow-up-nobody"
    return Message(
        key,
        {
            "subject": about.subject,
            "company": about.company,
            "question": about.text_of(row),
            "name": receiver.name if receiver else "",
        },
        column(Button("button-task-done", f"taskdone:{row.id}")),
        priority=Priority.REMINDER,
    )


def settled(row: FollowUp, about: About, by: Person) -> Message:
    """To the specialist: the answer came after all, so there is no need to call."""
    return Message(
        "follow-up-settled",
        {"subject": about.subject, "name": by.name, "answer": Ref(f"follow-up-is-{row.answer}")},
    )
