"""Puts a report into words and pictures. Only what may be shown gets this far: each number goes
through domain/suppression.py here, and nowhere else is a figure turned into text."""

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import locales
from domain.followups import Answer
from domain.incidents import Category
from domain.messages import Param
from domain.people import Language
from domain.periods import Period, year
from domain.placements import PlacementOutcome, PlacementType
from domain.reports import Figures, parts_of
from domain.satisfaction import QUESTIONS, Marks
from domain.suppression import Shown, Veil, breakdown, nested, rounded_shares
from domain.triage import Level
from domain.visits import VisitKind
from services.charts import Chart
from services.phrases import Phrases

Bar = Mapping[str, str | int | float]
Name = TypeVar("Name", bound=str)

DEFINED = (
    "citizens",
    "types",
    "climbed",
    "outcomes",
    "answered",
    "satisfaction",
    "companies",
    "asking",
    "springboards",
    "cases",
    "categories",
    "levels",
    "asked",
    "in-time",
    "wait",
    "promised",
    "settled",
    "on-time",
    "visits",
    "views",
    "rated",
    "helped",
    "learned",
    "examples",
    "cards",
)
"""Every figure has a definition in the appendix, in this order."""

RARE: Mapping[str, Sequence[str]] = {
    "types": (PlacementType.SHELTERED, PlacementType.FULL_TIME, PlacementType.PART_TIME),
    "categories": (Category.SAFETY, Category.OTHER, Category.AGREEMENTS),
    "levels": (Level.EMERGENCY,),
    "visits": (VisitKind.VIDEO, VisitKind.PHONE),
    "answered": (Answer.WORSE,),
}
"""What is usually rare stands together when parts are hidden, so that the large ones stay in sight.
Settled once and not by the numbers, which would tell of them."""


@dataclass(frozen=True)
class Tile:
    """A key figure: what it is, and the same of the period before."""

    label: str
    value: str
    before: str


@dataclass(frozen=True)
class Figure:
    """A table, and its picture where one says more."""

    name: str
    title: str
    sentence: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    chart: Chart | None = None


@dataclass(frozen=True)
class Section:
    """A part of the report."""

    title: str
    lead: str
    figures: Sequence[Figure]


@dataclass(frozen=True)
class Report:
    """A whole report in one language."""

    title: str
    period: str
    before: str
    tiles: Sequence[Tile]
    summary: Sequence[str]
    sections: Sequence[Section]
    definitions: Sequence[tuple[str, str]] = field(default_factory=tuple)


@dataclass(frozen=True)
class Writer:
    """Writes the report of a period; `before` are the figures it is compared with."""

    phrases: Phrases
    language: Language
    period: Period
    now: Figures
    before: Figures

    def report(self) -> Report:
        """Everything in words."""
        return Report(
            self._say("report-title"),
            self.name(self.period),
            self.name(self.period.before),
            self._tiles(),
            self._summary(),
            [
                self._citizens(),
                self._progress(),
                self._satisfaction(),
                self._companies(),
                self._cases(),
                self._help(),
                self._knowledge(),
            ],
            [(self._say(f"report-{name}"), self._say(f"report-{name}-what")) for name in DEFINED],
        )

    def name(self, period: Period) -> str:
        """`2026` for a year, else its first and last day."""
        if period == year(period.first.year):
            return str(period.first.year)
        first, last = (locales.short_day(self.language, day) for day in (period.first, period.last))
        return f"{first}–{last}"

    def _tiles(self) -> list[Tile]:
        now, before = _chains(self.now), _chains(self.before)
        return [
            self._tile("citizens", self._number(now.citizens), self._number(before.citizens)),
            self._tile("companies", self._number(now.companies), self._number(before.companies)),
            self._tile("cases", self._number(now.cases), self._number(before.cases)),
            self._tile(
                "in-time",
                self._share(now.in_time, now.asked),
                self._share(before.in_time, before.asked),
            ),
            self._tile(
                "on-time",
                self._share(now.on_time, now.settled),
                self._share(before.on_time, before.settled),
            ),
            self._tile(
                "helped",
                self._share(now.helped, now.rated),
                self._share(before.helped, before.rated),
            ),
        ]

    def _tile(self, name: str, value: str, before: str) -> Tile:
        return Tile(
            self._say(f"report-tile-{name}"),
            value,
            self._say("report-tile-before", before=self.name(self.period.before), value=before),
        )

    def _summary(self) -> list[str]:
        now, before = _chains(self.now), _chains(self.before)
        return [
            self._sentence(
                "report-sum-citizens",
                citizens=self._number(now.citizens),
                companies=self._number(now.companies),
                before=self._number(before.citizens),
                period=self.name(self.period.before),
            ),
            self._sentence(
                "report-sum-climbed", climbed=self._number(now.climbed), **_known(now.climbed)
            ),
            self._sentence(
                "report-sum-cases",
                cases=self._number(now.cases),
                asked=self._number(now.asked),
                share=self._share(now.in_time, now.asked),
                **_known(now.in_time, now.asked),
            ),
            self._sentence(
                "report-sum-visits",
                promised=self._number(now.promised),
                share=self._share(now.on_time, now.settled),
                **_known(now.on_time, now.settled),
            ),
            self._sentence(
                "report-sum-guides",
                views=self._number(now.views),
                share=self._share(now.helped, now.rated),
                **_known(now.helped, now.rated),
            ),
        ]

    def _citizens(self) -> Section:
        now = _chains(self.now)
        return Section(
            self._say("report-part-citizens"),
            self._sentence(
                "report-lead-citizens",
                citizens=self._number(now.citizens),
                climbed=self._number(now.climbed),
            ),
            [
                self._parts("types", "placement-type", list(PlacementType)),
                self._outcomes(),
            ],
        )

    def _progress(self) -> Section:
        now, before = _chains(self.now), _chains(self.before)
        return Section(
            self._say("report-part-progress"),
            self._sentence("report-lead-progress"),
            [
                self._rows("climbed", [("citizens", now, before), ("climbed", now, before)]),
                self._parts("answered", "follow-up-answer", list(Answer)),
            ],
        )

    def _satisfaction(self) -> Section:
        rows = [
            [
                self._say(f"report-mark-{occasion}-{question}"),
                self._mark(self.now.satisfaction.get(f"{occasion}-{question}")),
                self._mark(self.before.satisfaction.get(f"{occasion}-{question}")),
            ]
            for occasion, questions in QUESTIONS.items()
            for question in questions
        ]
        return Section(
            self._say("report-part-satisfaction"),
            self._sentence("report-lead-satisfaction"),
            [self._figure("satisfaction", rows, [])],
        )

    def _mark(self, marks: Marks | None) -> str:
        if marks is None or not marks.total:
            return self._say("report-veil-hidden")
        mean = locales.number(self.language, round(marks.mean, 1))
        return self._say("report-mark", mean=mean, answers=str(marks.total))

    def _companies(self) -> Section:
        now, before = _chains(self.now), _chains(self.before)
        names = ("companies", "asking", "springboards")
        return Section(
            self._say("report-part-companies"),
            self._sentence(
                "report-lead-companies",
                companies=self._number(now.companies),
                asking=self._number(now.asking),
            ),
            [self._rows("companies", [(name, now, before) for name in names])],
        )

    def _cases(self) -> Section:
        now = _chains(self.now)
        return Section(
            self._say("report-part-cases"),
            self._sentence("report-lead-cases", cases=self._number(now.cases)),
            [
                self._by_part(),
                self._parts("categories", "category", list(Category)),
                self._parts("levels", "level", list(Level)),
            ],
        )

    def _help(self) -> Section:
        now, before = _chains(self.now), _chains(self.before)
        rows = [(name, now, before) for name in ("cases", "asked", "in_time")]
        promises = [(name, now, before) for name in ("promised", "settled", "on_time")]
        return Section(
            self._say("report-part-help"),
            self._sentence("report-lead-help"),
            [
                self._rows(
                    "answers",
                    rows,
                    [
                        [
                            self._say("report-wait"),
                            self._minutes(self.now.median_wait),
                            self._minutes(self.before.median_wait),
                        ]
                    ],
                ),
                self._rows("promise", promises),
                self._parts("visits", "visit-kind", list(VisitKind)),
            ],
        )

    def _knowledge(self) -> Section:
        now, before = _chains(self.now), _chains(self.before)
        names = ("views", "rated", "helped", "learned", "examples", "cards")
        return Section(
            self._say("report-part-knowledge"),
            self._sentence(
                "report-lead-knowledge",
                views=self._number(now.views),
                learned=self._number(now.learned),
            ),
            [self._rows("knowledge", [(name, now, before) for name in names])],
        )

    def _parts(self, name: str, term: str, order: Sequence[str]) -> Figure:
        """A breakdown of a total, of this period and of the one before."""
        rare_first = [*RARE[name], *(value for value in order if value not in RARE[name])]
        now = breakdown(_ordered(getattr(self.now, name), rare_first))
        before = breakdown(_ordered(getattr(self.before, name), rare_first))
        rows = [
            [self._say(f"term-{term}-{value}"), self._part(now, value), self._part(before, value)]
            for value in order
        ]
        drawn: list[Bar] = [
            {"label": self._say(f"term-{term}-{value}"), "value": number}
            for value in order
            if now and (number := now[value])
        ]
        return self._figure(name, rows, drawn)

    def _by_part(self) -> Figure:
        """Cases along the period; of the period before only the total is compared."""
        shown = breakdown(self.now.parts)
        names = [self._part_name(part) for part in parts_of(self.period)]
        rows = [
            [name, self._part(shown, key)] for name, key in zip(names, self.now.parts, strict=True)
        ]
        drawn: list[Bar] = [
            {"label": name, "value": number}
            for name, number in zip(names, (shown or {}).values(), strict=False)
            if number
        ]
        figure = self._figure("parts", rows, drawn)
        return Figure(
            figure.name, figure.title, figure.sentence, figure.heads[:2], rows, figure.chart
        )

    def _part_name(self, part: Period) -> str:
        if part.days > 31:
            number = str((part.first.month + 2) // 3)
            return self._say("report-quarter", number=number, year=str(part.first.year))
        return locales.month_name(self.language, part.first)

    def _outcomes(self) -> Figure:
        """Only shares: with the number of those who ended, the number of those who began could be
        worked out from two reports."""
        order = list(PlacementOutcome)
        now = rounded_shares(_ordered(self.now.outcomes, order))
        before = rounded_shares(_ordered(self.before.outcomes, order))
        rows = [
            [
                self._say(f"term-placement-outcome-{value}"),
                self._rounded(now, value),
                self._rounded(before, value),
            ]
            for value in order
        ]
        return self._figure("outcomes", rows, [])

    def _rows(
        self,
        name: str,
        wanted: Iterable[tuple[str, "_Chains", "_Chains"]],
        more: Sequence[Sequence[str]] = (),
    ) -> Figure:
        """Single numbers below one another."""
        rows = [
            [
                self._say(f"report-{field_name.replace('_', '-')}"),
                self._number(getattr(now, field_name)),
                self._number(getattr(before, field_name)),
            ]
            for field_name, now, before in wanted
        ]
        return self._figure(name, [*rows, *more], [])

    def _figure(self, name: str, rows: Sequence[Sequence[str]], drawn: Sequence[Bar]) -> Figure:
        heads = [self._say("report-row"), self.name(self.period), self.name(self.period.before)]
        chart = Chart("bars", drawn) if len(drawn) > 1 else None
        return Figure(
            name,
            self._say(f"report-figure-{name}"),
            self._say(f"report-figure-{name}-says"),
            heads,
            rows,
            chart,
        )

    def _number(self, shown: Shown) -> str:
        if shown.number is not None:
            return locales.number(self.language, shown.number)
        return self._say(f"report-veil-{shown.veil}")

    def _share(self, part: Shown, whole: Shown) -> str:
        if part.veil is Veil.ALL_BUT_FEW or part.veil is Veil.FEW:
            return self._say(f"report-veil-{part.veil}")
        if part.number is None or not whole.number:
            return self._say("report-veil-hidden") if whole.number != 0 else "–"
        return self._percent(round(100 * part.number / whole.number))

    def _percent(self, number: int) -> str:
        return self._say("report-percent", number=str(number))

    def _part(self, shown: Mapping[str, int | None] | None, value: str) -> str:
        if shown is None:
            return self._say("report-veil-hidden")
        number = shown.get(value)
        return self._say("report-veil-part") if number is None else self._number(Shown(number))

    def _rounded(self, shares: Mapping[PlacementOutcome, int | None] | None, value: str) -> str:
        if shares is None:
            return self._say("report-veil-hidden")
        number = shares[PlacementOutcome(value)]
        return self._say("report-veil-few") if number is None else self._percent(number)

    def _minutes(self, minutes: float | None) -> str:
        if minutes is None:
            return self._say("report-veil-hidden")
        return self._say("report-minutes", minutes=str(round(minutes)))

    def _sentence(self, key: str, **params: Param) -> str:
        said = self._say(key, **params)
        return said[:1].upper() + said[1:]

    def _say(self, key: str, **params: Param) -> str:
        return html.unescape(self.phrases.say(self.language, key, params))


@dataclass(frozen=True)
class _Chains:
    """The figures as they may be shown, each beside the larger one that it is part of."""

    citizens: Shown
    climbed: Shown
    companies: Shown
    asking: Shown
    springboards: Shown
    cases: Shown
    asked: Shown
    in_time: Shown
    promised: Shown
    settled: Shown
    on_time: Shown
    views: Shown
    rated: Shown
    helped: Shown
    learned: Shown
    examples: Shown
    cards: Shown


def _known(part: Shown, whole: Shown | None = None) -> dict[str, str]:
    """Whether there is something to say of this number."""
    nothing = part.veil is Veil.HIDDEN or (whole is not None and whole.number in (None, 0))
    return {"known": "no" if nothing else "yes"}


def _chains(figures: Figures) -> _Chains:
    citizens, climbed = nested([figures.citizens, figures.climbed])
    companies, asking = nested([figures.companies, figures.companies_asking])
    _, springboards = nested([figures.companies, figures.springboards])
    cases, asked, in_time = nested([figures.cases, figures.asked, figures.answered_in_time])
    _, learned = nested([figures.cases, figures.learned])
    promised, settled, on_time = nested([figures.promised, figures.settled, figures.on_time])
    views, rated, helped = nested([figures.views, figures.rated, figures.helped])
    (examples,), (cards,) = nested([figures.examples]), nested([figures.cards])
    return _Chains(
        citizens,
        climbed,
        companies,
        asking,
        springboards,
        cases,
        asked,
        in_time,
        promised,
        settled,
        on_time,
        views,
        rated,
        helped,
        learned,
        examples,
        cards,
    )


def _ordered(parts: Mapping[Name, int], order: Iterable[Name]) -> dict[Name, int]:
    return {value: parts.get(value, 0) for value in order}
