# The report for tools has groups and notes too.
# options: -X traceback=json
# exit: 1
# expect stderr contains: {"type": "ExceptionGroup", "message": "top (2 sub-exceptions)", 
# expect stderr contains: "notes": ["of the group", "5"], "exceptions": [{"type": "ValueError", "message": "1", "frames": []}, {"type": "ExceptionGroup", "message": "in (1 sub-exception)", "frames": [], "exceptions": [{"type": "KeyError", "message": "2", "frames": []}]}]
group = ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [KeyError(2)])])
group.add_note('of the group')
group.__notes__.append(5)
raise group
