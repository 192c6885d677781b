b"\xff\xfe".decode("utf-8")
# exit: 1
