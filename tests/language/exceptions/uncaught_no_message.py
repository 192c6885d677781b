raise RuntimeError  # expect raises: RuntimeError
