from petajalan.catalogue.forms.filters import IndicatorFilterForm, ScaleFilterForm, TryValueForm
from petajalan.catalogue.forms.instruments import InstrumentFileForm, InstrumentForm, YearForm
from petajalan.catalogue.forms.names import AliasForm, IndicatorForm, ThemeForm
from petajalan.catalogue.forms.scales import ScaleForm

__all__ = [
    "AliasForm",
    "IndicatorFilterForm",
    "IndicatorForm",
    "InstrumentFileForm",
    "InstrumentForm",
    "ScaleFilterForm",
    "ScaleForm",
    "ThemeForm",
    "TryValueForm",
    "YearForm",
]
