"""Compares krait_block_dump with the executable specification of the block model.

    python3.6 compare_blocks.py DUMP_EXECUTABLE MODEL.py [--stdlib N] [--mutants N] [--seed N] [--save FILE]

Runs under CPython 3.6, whose `dis` the model reads. Every code object of the standard library, and mutants of them, go
through both; verdict, states, plans, exception table and largest height must agree.
"""
import argparse
import dis
import importlib.util
import os
import random
import struct
import subprocess
import sys
import sysconfig
import types

KINDS = {'loop': 1, 'except': 2, 'finally': 3, 'handler': 4, 'composite': 5, 'exit': 0}
NO_PC = 0xffffffff


class Code:
    """The fields the verifier reads; mutable, unlike a code object."""

    def __init__(self, code):
        self.co_code, self.co_flags = code.co_code, code.co_flags
        # The model asks whether a constant has the type of the code object itself.
        self.co_consts = tuple(Code(value) if isinstance(value, types.CodeType) else value for value in code.co_consts)
        self.co_names, self.co_varnames = code.co_names, code.co_varnames
        self.co_cellvars, self.co_freevars = code.co_cellvars, code.co_freevars
        self.co_argcount, self.co_kwonlyargcount = code.co_argcount, code.co_kwonlyargcount


def constant_record(value):
    if value is None:
        return 1, 0
    if type(value) is str:
        return 2, 0
    if type(value) is tuple:
        return (4 if all(type(item) is str for item in value) else 3), len(value)
    if type(value) in (types.CodeType, Code):
        return 5, 0
    return 0, 0


def record(code):
    arguments = (code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8))
    parts = [struct.pack('<7I', code.co_flags, len(code.co_consts), len(code.co_names), len(code.co_varnames),
                         len(code.co_cellvars), len(code.co_freevars), arguments)]
    captured = {name: index for index, name in enumerate(code.co_varnames[:arguments])}
    parts += [struct.pack('<i', captured.get(name, -1)) for name in code.co_cellvars]
    parts += [struct.pack('<BI', *constant_record(value)) for value in code.co_consts]
    parts.append(code.co_code)
    data = b''.join(parts)
    return struct.pack('<I', len(data)) + data


def step_text(step):
    kind, values = step[0], step[1:]
    if kind == 'enter':
        return 'enter %d %d %d' % values
    return ' '.join([kind] + [str(value) for value in values])


def state_number(block):
    """The dump's BlockState."""
    if block.kind == 'handler':
        return block.flag
    return (0, 2, 3)[block.flag] if block.kind == 'composite' else 0


def expected(model, code):
    try:
        result = model.analyse(code)
    except model.Reject:
        return 'refused'
    lines, names = [], {None: 0}

    def name_chain(block):
        chain = []
        while block not in names:
            chain.append(block)
            block = block.below
        for block in reversed(chain):
            lines.append('block %d kind %d base %d target %d state %d below %d' % (
                len(names), KINDS[block.kind], block.base, block.target, state_number(block), names[block.below]))
            names[block] = len(names)

    for pc, state in sorted(result.states.items()):
        name_chain(state.blocks)
        lines.append('at %d height %d blocks %d' % (pc, state.height, names[state.blocks]))
        if pc in result.plans:
            lines.append('plan %d %s' % (pc, ' '.join(map(step_text, result.plans[pc]))))
    resumes = ['resume %d tag %d %s' % (pc, tag, ' '.join(map(step_text, plan)))
               for pc, plans in result.resumes.items() for tag, plan in plans.items()]
    for row in result.table:
        handler = -1 if row.handler is None else row.handler
        lines.append('row %d %d handler %d depth %d kind %d saves%s' % (
            row.start, row.end, handler, row.depth, KINDS[row.kind], ''.join(' %d' % save for save in row.saves)))
    lines.append('max %d' % result.max_height)
    return '\n'.join(lines + sorted(resumes))


def normalised(text):
    """The dump with its resumes at the end and sorted: they come by region there."""
    if text.startswith('refused'):
        return 'refused'
    lines = text.split('\n')
    resumes = sorted(line for line in lines if line.startswith('resume'))
    return '\n'.join([line for line in lines if not line.startswith('resume')] + resumes)


def code_objects(code):
    yield code
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            yield from code_objects(value)


def stdlib(limit):
    count = 0
    root = sysconfig.get_path('stdlib')
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in ('__pycache__', 'lib2to3'))
        for name in sorted(files):
            if not name.endswith('.py'):
                continue
            try:
                with open(os.path.join(folder, name), 'rb') as file:
                    module = compile(file.read(), name, 'exec', dont_inherit=True)
            except (SyntaxError, ValueError):
                continue
            for code in code_objects(module):
                count += 1
                if limit and count > limit:
                    return
                yield code


def mutate(code, rng, pool):
    """One to three random edits of the bytes: an opcode, an operand, a swap, a cut, a piece of other code."""
    result, raw = Code(code), bytearray(code.co_code)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        at = rng.randrange(0, len(raw), 2)
        kind = rng.randrange(7)
        if kind == 0:
            raw[at] = rng.choice(sorted(dis.opmap.values()))
        elif kind == 1:
            raw[at + 1] = rng.choice((0, 1, 2, 4, 6, 8, 12, 20, rng.randrange(256)))
        elif kind == 2:
            raw[at + 1] = (raw[at + 1] + rng.choice((-4, -2, 2, 4))) % 256
        elif kind == 3:
            other = rng.randrange(0, len(raw), 2)
            raw[at:at + 2], raw[other:other + 2] = raw[other:other + 2], raw[at:at + 2]
        elif kind == 4 and len(raw) > 4:
            del raw[at:at + 2]
        elif kind == 5:
            piece = rng.choice(pool).co_code
            start = rng.randrange(0, len(piece), 2)
            raw[at:at] = piece[start:start + 2 * rng.randrange(1, 5)]
        else:
            raw[at:at + 2] = bytes((rng.choice((80, 81, 82, 83, 87, 88, 89, 119, 120, 121, 122, 143)),
                                    rng.randrange(0, 24, 2)))
    result.co_code = bytes(raw)
    if rng.randrange(40) == 0:
        result.co_code = result.co_code[:-1]
    return result


def run_dump(executable, codes):
    done = subprocess.run([executable], input=b''.join(map(record, codes)), stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit('%s ended with status %d' % (executable, done.returncode))
    parts = done.stdout.decode('ascii').split('\n=\n')
    return [part.lstrip('\n') for part in parts[:-1]]


def compare(model, executable, codes, what):
    """Prints the first differences; returns how many there were."""
    wrong = refused = 0
    for start in range(0, len(codes), 2000):
        batch = codes[start:start + 2000]
        answers = run_dump(executable, batch)
        if len(answers) != len(batch):
            sys.exit('%d answers for %d code objects' % (len(answers), len(batch)))
        for code, answer in zip(batch, answers):
            want = expected(model, code)
            refused += want == 'refused'
            if want == normalised(answer):
                continue
            wrong += 1
            if wrong <= 5:
                print('DIFFERENCE in', code.co_code.hex())
                got = normalised(answer).split('\n')
                for line in sorted(set(want.split('\n')) ^ set(got))[:10]:
                    print('  ', '-' if line in got else '+', line)
                print('   dump says:', answer.split('\n')[0])
    print('%s: %d code objects, %d refused, %d differences' % (what, len(codes), refused, wrong))
    return wrong


def save(path, kind, codes):
    if path:
        with open('%s.%s' % (path, kind), 'wb') as file:
            file.writelines(map(record, codes))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('dump')
    parser.add_argument('model')
    parser.add_argument('--stdlib', type=int, default=0, help='at most so many code objects (0: all)')
    parser.add_argument('--mutants', type=int, default=30000)
    parser.add_argument('--seed', type=int, default=0)
    parser.add_argument('--save', help='also write the records to FILE.stdlib and FILE.mutants')
    options = parser.parse_args()
    spec = importlib.util.spec_from_file_location('model', options.model)
    model = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(model)
    codes = list(stdlib(options.stdlib))
    save(options.save, 'stdlib', codes)
    wrong = compare(model, options.dump, codes, 'standard library')
    rng = random.Random(options.seed)
    small = [code for code in codes if len(code.co_code) < 1200]
    interesting = [code for code in small if any(op in code.co_code[::2] for op in (119, 122, 143, 121, 80))]
    mutants = [mutate(rng.choice(rng.choice((small, interesting))), rng, interesting) for _ in range(options.mutants)]
    save(options.save, 'mutants', mutants)
    wrong += compare(model, options.dump, mutants, 'mutants')
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
