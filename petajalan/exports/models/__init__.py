from petajalan.exports.models.letterhead import AgencyLetterhead, DocumentTemplate

__all__ = ["AgencyLetterhead", "DocumentTemplate"]
