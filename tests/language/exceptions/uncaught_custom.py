class AppError(Exception):
    def __str__(self):
        return 'custom text'
raise AppError  # expect raises: __main__.AppError: custom text
