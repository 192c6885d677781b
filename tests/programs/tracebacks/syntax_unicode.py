s = "é" + ? 
# exit: 1
