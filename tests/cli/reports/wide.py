text = "漢字"; other = "é" + text + 5
