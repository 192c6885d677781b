#!/usr/bin/env python3
"""Seeds for the fuzz targets, from the programs of the test suite.

    make_seeds.py KRAIT FOLDER            FOLDER/source/*.py, FOLDER/pyc/*.marshal and FOLDER/text/*.text
    make_seeds.py KRAIT FOLDER --mutate N also FOLDER/mutated: N damaged copies, for krait_fuzz_replay

KRAIT is the interpreter that compiles them (with compile() and marshal).
"""
import argparse
import os
import random
import subprocess
import sys

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = ("language", "builtins", "hostile", "programs", "parser")
LARGEST = 6000

COMPILE = """
import marshal, sys
for line in sys.stdin.read().split('\\n'):
    if line:
        source, target = line.split('\\t')
        try:
            with open(source, 'rb') as file:
                code = compile(file.read(), 'seed', 'exec')
        except (SyntaxError, ValueError):
            continue
        with open(target, 'wb') as file:
            file.write(marshal.dumps(code))
"""


# Inputs of fuzz_text.py by their kind, in its order.
TEXTS = (
    ('>10', '*^+#020,.3f', '08b', '_x', '.5%', 'n', '+.3e', '\u20ac<5', '=+9', '#X', 'c', '{}'),
    ('{0!r:>{width}}', '{name.x[3]}', '{{}} {obj[a].b:{x}}', '{:,}', '{0[}', '$name ${x} $$ ${', '{!s}', '{:{}}'),
    ('%(name)05.2f', '%-10s|%+d|%#x', '%%', '%c%r%a', '%*.*f', '%(x)s', '%i%u%o%X%e%G', '% d', '%b'),
    ('0x_ff', ' -12_345 ', '0b101', '0o17', '9' * 60, '\u0661\u0662', '+zz', '00', '1__0'),
    ('1e400', '-0x1.8p-3', 'nan', '-Infinity', '1_0.5e-3', '.5', '5e-324', '(1+2j)', '1.7976931348623157e308', '-.5J',
     '0x.8', '2.2250738585072011e-308'),
    ('abc\xff\xfe', '+AGE-x', '\\u20ac\\N{DIGIT ONE}\\x4', '\ufeffa', '\ud800', '\xc3\xa9\x80', 'a\x00b\x00'),
    ('abc\u20ac\U0001f600', '\x80\xff', '+-', 'a\\b\n', ''),
    ('{"a": [1, 2.5e3, null, true, "\\ud83d\\ude00"]}', '[]', '"\\u00e9"', '[NaN, -Infinity]', '{"a":1,"a":2}', '[[[[', '1e5'),
    ('<iHq2s', '>d3xf', '=?c', '@PnN', '!10p', '4si0l', 'B', 'd'),
)


def programs():
    for folder in FOLDERS:
        for place, folders, files in os.walk(os.path.join(TESTS, folder)):
            folders.sort()
            for name in sorted(files):
                path = os.path.join(place, name)
                if name.endswith(".py") and os.path.getsize(path) <= LARGEST:
                    yield path


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def damaged(data, rng):
    data = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data)) if data else 0
        kind = rng.randrange(5)
        if kind == 0 and data:
            data[at] = rng.randrange(256)
        elif kind == 1 and data:
            data[at] ^= 1 << rng.randrange(8)
        elif kind == 2:
            del data[at:at + rng.randint(1, 12)]
        elif kind == 3:
            start = rng.randrange(len(data)) if data else 0
            data[at:at] = data[start:start + rng.randint(1, 40)]
        elif data:
            data[at] = rng.choice((0, 1, 127, 128, 255))
    return bytes(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krait")
    parser.add_argument("folder")
    parser.add_argument("--mutate", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    source_folder, pyc_folder = (os.path.join(options.folder, name) for name in ("source", "pyc"))
    for folder in (source_folder, pyc_folder):
        os.makedirs(folder, exist_ok=True)
    pairs, seeds = [], []
    for number, path in enumerate(programs()):
        with open(path, "rb") as file:
            data = file.read()
        name = "%03d_%s" % (number, os.path.basename(path)[:-3])
        seeds.append(os.path.join(source_folder, name + ".py"))
        write(seeds[-1], data)
        pairs.append((path, os.path.join(pyc_folder, name + ".marshal")))
    listing = "".join("%s\t%s\n" % pair for pair in pairs)
    status = subprocess.run([options.krait, "-c", COMPILE], input=listing.encode()).returncode
    seeds += [target for _, target in pairs if os.path.exists(target)]

    text_folder = os.path.join(options.folder, "text")
    os.makedirs(text_folder, exist_ok=True)
    for kind, texts in enumerate(TEXTS):
        for number, text in enumerate(texts):
            seeds.append(os.path.join(text_folder, "%d_%02d.text" % (kind, number)))
            write(seeds[-1], bytes([kind]) + text.encode("utf-8", "surrogatepass"))

    if options.mutate:
        rng = random.Random(options.seed)
        folder = os.path.join(options.folder, "mutated")
        os.makedirs(folder, exist_ok=True)
        for number in range(options.mutate):
            seed = rng.choice(seeds)
            with open(seed, "rb") as file:
                data = damaged(file.read(), rng)
            write(os.path.join(folder, "%05d%s" % (number, os.path.splitext(seed)[1])), data)
    return status


if __name__ == "__main__":
    sys.exit(main())
