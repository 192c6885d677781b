rows = [[1], []]
first = [row[0] for row in rows if row is not None]
