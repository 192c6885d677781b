class Quiet(Exception): pass
raise Quiet
# exit: 1
