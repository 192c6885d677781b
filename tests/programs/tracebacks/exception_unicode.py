raise ValueError("caf\u00e9 \u2603")
# exit: 1
