"""Taking places in from files of others: read, previewed, then into a gazetteer file or edits.

`reading` reads files of any known form as one stream of records; `filling` writes that to a
gazetteer file, `adopting` to a file of edits. One module per form: see `detecting.Form`.
"""
