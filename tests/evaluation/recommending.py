"""Recommendations of 2025 in Kota Melati: Ani (Inspektorat) raises and verifies, Diskominfo (Siti, Pak Joko) owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from petajalan.accounts.models import Unit
from petajalan.evaluation.models import EvaluationRow, FollowUp, Recommendation
from petajalan.evaluation.services.recommendations import answers
from petajalan.evaluation.services.recommendations.progress import report_progress
from petajalan.evaluation.services.recommendations.raising import raise_recommendation
from tests.cast import Cast
from tests.evaluation.sheets import ALL, Evaluating, in_time

DUE = date(2025, 3, 1)


@dataclass(frozen=True)
class Recommending:
    evaluating: Evaluating

    @property
    def cast(self) -> Cast:
        return self.evaluating.cast

    @property
    def owner(self) -> Unit:
        return self.evaluating.quarter.unit

    def raised(self, **more: object) -> Recommendation:
        made = self.asked(**more)
        assert made is not None
        return made

    def asked(self, **more: object) -> Recommendation | None:
        given = {
            "agency": self.cast.agency, "source_kind": "yearly", "reference": "Laporan evaluasi 2024, bab III",
            "what": "Melengkapi notula", "owner": self.owner, "due": DUE, "by": self.cast.ani, "at": in_time(1), **more,
        }  # fmt: skip
        return raise_recommendation(**given)  # type: ignore[arg-type]

    def follow(self, one: Recommendation, **more: object) -> FollowUp | None:
        """By Siti, who says that it is done."""
        one.refresh_from_db()
        given = {
            "recommendation": one, "text": "Notula lengkap", "done": True, "version": one.version,
            "by": self.cast.siti, "at": in_time(1), **more,
        }  # fmt: skip
        return report_progress(**given)  # type: ignore[arg-type]

    def answer(self, what: str, one: Recommendation, **more: object) -> None:
        """ "verify", "send_back", "withdraw" by Ani, "move_due" by Bu Rina."""
        one.refresh_from_db()
        said = {"verify": {"note": "Sesuai"}, "move_due": {"due": date(2025, 4, 1), "reason": "Menunggu anggaran"}}
        given = {
            "recommendation": one, "version": one.version, "at": in_time(1),
            "by": self.cast.rina if what == "move_due" else self.cast.ani,
            **said.get(what, {"reason": "Notula belum ditandatangani"}), **more,
        }  # fmt: skip
        getattr(answers, what)(**given)
        one.refresh_from_db()

    def reported(self, **more: object) -> Recommendation:
        made = self.raised(**more)
        self.follow(made)
        made.refresh_from_db()
        return made

    def row(self, *, sent: bool = True) -> EvaluationRow:
        """Of January, judged by Ani with words of hers."""
        self.evaluating.quarter.action()
        evaluation = self.evaluating.start()
        row = self.evaluating.row(evaluation)
        self.evaluating.judge(row, **ALL, recommendation="Unggah notula")
        if sent:
            self.evaluating.submit(evaluation)
        return self.evaluating.row(evaluation)


@pytest.fixture
def recommending(evaluating: Evaluating) -> Recommending:
    return Recommending(evaluating)
