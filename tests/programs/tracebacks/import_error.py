import nothing_like_this
# exit: 1
