from petajalan.exports.models.document import FrozenDocument, FrozenFile, MadeDocument
from petajalan.exports.models.letterhead import AgencyLetterhead, DocumentTemplate

__all__ = ["AgencyLetterhead", "DocumentTemplate", "FrozenDocument", "FrozenFile", "MadeDocument"]
