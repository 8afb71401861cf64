"""The pages of placements, companies and follow-ups: each act, its refusals, and who may do it."""

from datetime import date

from domain.followups import Source
from domain.people import Role
from domain.placements import Details, PlacementStatus
from knowledge.plans import our_plans
from models.companies import company_named
from models.followups import alive_of, plan_of
from models.placements import Placement, placement_by_reference
from services import placements
from services.plans import make_plans
from tests.web.office import Office, token_in


async def placed(office: Office, starts_on: date | None = date(2026, 11, 24)) -> Placement:
    mette = await office.person(Role.EMPLOYER, "Mette", "Bageriet")
    async with office.desk.database.write() as session:
        made = await placements.add_placement(
            session, office.now, mette.company_id or 0, Details(starts_on=starts_on)
        )
    async with office.desk.database.write() as session:
        await make_plans(session, office.now, office.desk.office, our_plans())
    return made


async def test_a_placement_is_changed_stepped_and_ended_on_its_page(office: Office) -> None:
    one = await placed(office)
    path = f"/review/placements/{one.reference}"
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get(path)).text
        assert "Det er første dag. Hvordan går det indtil nu?" in page
        form = {"csrf": token_in(page), "type": "internship", "status": "running"}
        wrong = await browser.post(f"{path}/change", data=form | {"starts": "i går"})
        assert wrong.status_code == 400
        assert "»i går« er ikke en dag." in wrong.text
        backwards = {"starts": "24.11.2026", "ends": "1.11.2026"}
        wrong = await browser.post(f"{path}/change", data=form | backwards)
        assert "Slutdatoen ligger før startdatoen." in wrong.text
        good = {"starts": "1-12-2026", "ends": "2027-02-26", "hours": "7,5", "rise": "1.1.2027: 12"}
        assert (await browser.post(f"{path}/change", data=form | good)).status_code == 303
        stepped = await browser.post(
            f"{path}/step", data={"csrf": form["csrf"], "type": "wage-subsidy", "starts": ""}
        )
        assert stepped.status_code == 303
        after = (await browser.get(stepped.headers["location"])).text
        assert one.reference in after
        assert "Løntilskud" in after
        twice = await browser.post(
            f"{path}/step", data={"csrf": form["csrf"], "type": "flexjob", "starts": ""}
        )
        assert twice.status_code == 400
    async with office.desk.database.read() as session:
        before = await placement_by_reference(session, one.reference)
        assert before
        assert (before.status, before.weekly_hours) == (PlacementStatus.ENDED, 7.5)
        assert before.outcome == "continues"


async def test_follow_ups_are_added_moved_and_dropped_by_hand(office: Office) -> None:
    one = await placed(office)
    path = f"/review/placements/{one.reference}"
    async with office.signed_in(Role.SPECIALIST) as browser:
        token = {"csrf": token_in((await browser.get(path)).text)}
        more = {"question": "Hvordan går det med den nye bus?", "on": "30.11.2026"}
        assert (
            await browser.post(f"{path}/follow-ups", data=token | more | {"to": "employer"})
        ).status_code == 303
        assert "den nye bus" in (await browser.get(path)).text
        past = await browser.post(f"{path}/follow-ups", data=token | more | {"on": "1.11.2026"})
        assert "Den dag er gået." in past.text
        await browser.post(f"{path}/plan", data=token | {"follow-up": "1", "on": "27.11.2026"})
        await browser.post(f"{path}/plan", data=token | {"follow-up": "2", "drop": "yes"})
        again = await browser.post(f"{path}/plan", data=token | {"follow-up": "2", "drop": "yes"})
        assert again.status_code == 400
    async with office.desk.database.write() as session:
        plan = await plan_of(session, Source.PLACEMENT, one.id or 0)
        assert plan
        plan.next_plan_at = office.now
        await session.flush()
        await make_plans(session, office.now, office.desk.office, our_plans())
        rows = await alive_of(session, plan.id or 0)
        days = {row.id: row.due_at.date().isoformat() for row in rows}
        assert days[1] == "2026-11-27"
        assert 2 not in days
        assert "2026-11-30" in days.values()


async def test_companies_are_changed_and_springboards_found_by_what_they_offer(
    office: Office,
) -> None:
    for name in ("Bageriet", "Lageret", "Kontoret"):
        await office.person(Role.EMPLOYER, name, name)
    async with office.signed_in(Role.REVIEWER) as browser:
        async with office.desk.database.read() as session:
            ids = {}
            for name in ("Bageriet", "Lageret", "Kontoret"):
                company = await company_named(session, name)
                assert company
                ids[name] = company.id
        token = {"csrf": token_in((await browser.get("/review/companies")).text)}
        for name, offers in (
            ("Lageret", "Rolige pakkepladser, korte dage"),
            ("Kontoret", "Fast mentor"),
        ):
            about = {"name": name, "springboard": "on", "offers": offers}
            answer = await browser.post(f"/review/companies/{ids[name]}", data=token | about)
            assert answer.status_code == 303
        found = (await browser.get("/review/companies?offers=rolig+pakkeplads")).text
        assert "Lageret" in found
        assert "Kontoret" not in found
        taken = await browser.post(
            f"/review/companies/{ids['Bageriet']}", data=token | {"name": "Lageret"}
        )
        assert taken.status_code == 400
        assert "et navn, som ingen anden har" in taken.text


async def test_specialists_look_but_do_not_change_and_strangers_see_nothing(
    office: Office,
) -> None:
    one = await placed(office)
    path = f"/review/placements/{one.reference}"
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get(path)).text
        assert "Ret forløbet" not in page
        form = {"csrf": token_in(page), "type": "flexjob", "status": "running"}
        assert (await browser.post(f"{path}/change", data=form)).status_code in (400, 403)
        missing = await browser.get("/review/placements/P-XXXX")
        assert missing.status_code == 404
        assert '<a href="/review">Overblik</a>' in missing.text
        assert (await browser.get("/review/companies/99")).status_code == 404
        for view in ("", "?view=tasks", "?view=unanswered", "?view=coming&mine=yes", "?view=x"):
            assert (await browser.get(f"/review/followups{view}")).status_code == 200
        assert one.reference in (await browser.get("/review/followups?view=coming")).text
        assert (await browser.get("/review/placements?status=running&mine=yes")).status_code == 200
    async with office.browser() as stranger:
        for page in ("/review/placements", path, "/review/companies", "/review/followups"):
            assert (await stranger.get(page)).status_code == 401
