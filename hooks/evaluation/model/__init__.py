"""What an evaluation is made of: frozen records without I/O, whose declarations are also the editors' schema."""

from __future__ import annotations

from evaluation.model.evaluation import Chapter, Evaluation
from evaluation.model.events import Accident, Disaster
from evaluation.model.indicators import Baseline, Indicator, Override, RatioSpec, Reading, Revision, Target, UnitReading
from evaluation.model.opinions import Opinion, Reconciliation, ThirdParty, ThirdPartyRating
from evaluation.model.plan import (
    Area,
    ChapterSpec,
    CutOffs,
    DocumentSettings,
    Method,
    Phase,
    Plan,
    PlanPeriod,
    SectionSpec,
)
from evaluation.model.record import OWED, Declared, Field, Frozen, Record, Shape, content, fields_of, shapes_of
from evaluation.model.reports import (
    Adjustment,
    Finding,
    IssuedDocument,
    ProjectReport,
    Report,
    SafeguardReport,
    TaskReport,
)
from evaluation.model.scalars import Count, Day, Number, Period, Text, Truth
from evaluation.model.units import Contact, Figure, Unit
from evaluation.model.words import (
    Attribute,
    BuildNature,
    CumulativeInput,
    Direction,
    Duty,
    IndicatorGroup,
    Kind,
    Nature,
    Outcome,
    Path,
    ProjectLevel,
    Provenance,
    Reading3,
    Stage,
    Status,
    TaskState,
    UnitKind,
    VerdictClass,
)
from evaluation.model.work import Project, Task
