def parse(text):
    return int(text)


def load(texts):
    try:
        return [parse(text) for text in texts]
    except ValueError as error:
        raise RuntimeError('cannot load') from error


def main():
    try:
        load(['1', 'two'])
    except RuntimeError:
        {}['missing']


print('before')  # expect: before
main()  # expect raises: KeyError: 'missing'
