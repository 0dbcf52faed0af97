from petajalan.planning.forms.regulations import ACCEPTED, FindingFilterForm, UploadForm

__all__ = ["ACCEPTED", "FindingFilterForm", "UploadForm"]
