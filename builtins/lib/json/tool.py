"""python -m json.tool [--sort-keys] [infile [outfile]]: check a JSON document and print it indented."""

import json
import sys

_USAGE = 'usage: python -m json.tool [-h] [--sort-keys] [infile] [outfile]\n'


def main():
    sort_keys = False
    names = []
    for arg in sys.argv[1:]:
        if arg in ('-h', '--help'):
            print(_USAGE + '\nA simple command line interface for json module to validate and pretty-print JSON objects.\n'
                  '\npositional arguments:\n'
                  '  infile       a JSON file to be validated or pretty-printed\n'
                  '  outfile      write the output of infile to outfile\n'
                  '\noptional arguments:\n'
                  '  -h, --help   show this help message and exit\n'
                  '  --sort-keys  sort the output of dictionaries alphabetically by key')
            return
        if arg == '--sort-keys':
            sort_keys = True
        elif arg.startswith('-') and arg != '-':
            _fail('unrecognized arguments: ' + arg)
        else:
            names.append(arg)
    if len(names) > 2:
        _fail('unrecognized arguments: ' + ' '.join(names[2:]))
    infile = open(names[0]) if names and names[0] != '-' else sys.stdin
    outfile = open(names[1], 'w') if len(names) > 1 and names[1] != '-' else sys.stdout
    with infile:
        try:
            obj = json.load(infile)
        except ValueError as error:
            raise SystemExit(error)
    with outfile:
        json.dump(obj, outfile, sort_keys=sort_keys, indent=4)
        outfile.write('\n')


def _fail(message):
    sys.stderr.write(_USAGE + 'tool.py: error: ' + message + '\n')
    raise SystemExit(2)


if __name__ == '__main__':
    main()
