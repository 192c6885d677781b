class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)


def run():
    raise AppError(42, "disk full")


run()
