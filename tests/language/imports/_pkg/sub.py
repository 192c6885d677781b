VALUE = 'sub value'
_hidden = 1
visible = 2
