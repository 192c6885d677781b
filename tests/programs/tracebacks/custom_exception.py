class AppError(Exception):
    def __init__(self, code):
        super().__init__("code %d" % code)
raise AppError(7)
# exit: 1
