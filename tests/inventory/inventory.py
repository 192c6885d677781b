# Every name that dir() finds in CPython's built-in types and native modules is here, of the same kind and with the same
# signature (reference.txt, by make_reference.py). Where CPython tells no signature, ours may.
import _collect
import _later_names


def read_reference(path):
    places, reasons = {}, set()
    with open(path) as file:
        for line in file:
            line = line.rstrip('\n')
            if line[0] != '\t':
                place, _, base = line.partition(' < ')
                rows = places[place] = dict(places[base]) if base else {}
                continue
            name, kind, signature, *reason = line[1:].split('\t')
            rows[name] = (kind, signature)
            if reason:
                reasons.add((place, name))
    return places, reasons


def name_of(place, name):
    """As docs/later-additions.md writes it."""
    owner = place.split(' ', 1)[1].lstrip('_').replace('bool', 'int')
    return name if owner == 'builtins' else owner + '.' + name


def main():
    reference, reasons = read_reference('reference.txt')
    later = set(_later_names.listed())   # their signatures are looked at by later.py
    here = {}
    for place, name, kind, signature in _collect.rows():
        here.setdefault(place, {})[name] = (kind, signature)
    count = differences = 0
    for place, rows in reference.items():
        ours = here.get(place, {})
        for name, (kind, signature) in rows.items():
            count += 1
            if (place, name) in reasons:
                continue
            found_kind, found_signature = ours.get(name, ('missing', '-'))
            if found_kind != kind:
                print(place, name, 'is', found_kind, 'instead of', kind)
                differences += 1
            elif signature != '-' and found_signature != signature and name_of(place, name) not in later:
                print(place, name, 'has', found_signature, 'instead of', signature)
                differences += 1
    print('enough' if count > 12000 else count)  # expect: enough
    print(len(reasons) < 40, differences)  # expect: True 0


main()
