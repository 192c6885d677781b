"%d items" % "x"
# exit: 1
