open("/nonexistent/file.txt")
# exit: 1
