1
x
"not printed"
