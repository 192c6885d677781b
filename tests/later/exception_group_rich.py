# The report for people draws the same tree as the plain one.
# options: -X traceback=rich
# exit: 1
# expect stderr contains:   + Exception Group Traceback (most recent call last):
# expect stderr contains:   | ExceptionGroup: top (2 sub-exceptions)
# expect stderr contains:   | of the group
# expect stderr contains:   +-+---------------- 1 ----------------
# expect stderr contains:     | ZeroDivisionError: division by zero
# expect stderr contains:     +---------------- 2 ----------------
# expect stderr contains:       +------------------------------------
caught = []
try:
    1 / 0
except ZeroDivisionError as error:
    caught.append(error)
group = ExceptionGroup('top', caught + [ExceptionGroup('in', [KeyError(2)])])
group.add_note('of the group')
raise group
