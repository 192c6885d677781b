import os.nothing
# exit: 1
