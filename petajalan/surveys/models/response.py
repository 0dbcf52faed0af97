"""What one person answered. Nothing in it names anybody."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.rows import EditedModel
from petajalan.surveys.choices import AgeBand, Channel, Education, Occupation, Sex
from petajalan.surveys.models.scope import AgencyOwnedModel
from petajalan.surveys.models.survey import Survey

ELEMENTS = tuple(f"u{number}" for number in range(1, 10))  # the codes of catalogue/data/satisfaction.yaml
PROFILE = ("sex", "age_band", "education", "occupation")


def _answer(code: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(code.upper(), null=True)


class SurveyResponse(AgencyOwnedModel, EditedModel):
    """
    u1..u9      answers from 1 to 4; null where it was not answered
    key         the same however often its form or its line of a file arrives: it counts once
    sex to service  what the person said of themselves; "" where nothing
    entered_by  who typed or imported it; null for the public form
    """

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="responses", verbose_name=_("survei"))
    key = models.UUIDField(editable=False)
    day = models.DateField(_("tanggal"))
    channel = models.CharField(_("cara masuk"), max_length=10, choices=Channel.choices)
    u1, u2, u3, u4, u5, u6, u7, u8, u9 = (_answer(code) for code in ELEMENTS)
    sex = models.CharField(_("jenis kelamin"), max_length=10, choices=Sex.choices, blank=True)
    age_band = models.CharField(_("usia"), max_length=10, choices=AgeBand.choices, blank=True)
    education = models.CharField(_("pendidikan"), max_length=10, choices=Education.choices, blank=True)
    occupation = models.CharField(_("pekerjaan"), max_length=15, choices=Occupation.choices, blank=True)
    service = models.CharField(_("layanan yang dipakai"), max_length=200, blank=True)
    received_at = models.DateTimeField(_("diterima pada"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diisi oleh")
    )

    class Meta:
        verbose_name = _("jawaban survei")
        verbose_name_plural = _("jawaban survei")
        ordering = ["survey", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "survey", "key"], name="survey_response_counts_once"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{code}__isnull": True}) | Q(**{f"{code}__gte": 1, f"{code}__lte": 4}),
                    name=f"survey_response_{code}_on_its_scale",
                )
                for code in ELEMENTS
            ),
            models.CheckConstraint(
                condition=~Q(**{f"{code}__isnull": True for code in ELEMENTS}), name="survey_response_answers_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.day}"

    @property
    def answers(self) -> dict[str, int | None]:
        return {code: getattr(self, code) for code in ELEMENTS}
