"""What each kind of document says, one file for each subject. `kinds` lists them.

Official documents are in Indonesian whatever the language of the reader (UU 24/2009, article 27): `collecting` sets
it, so that words shared with the pages come out alike, and sentences of a document's own are not translated.
Every figure is one that a page shows, read by the same query.
"""
