people = [{"name": "a"}, {"nam": "b"}]
people.sort(key=lambda person: person["name"])
