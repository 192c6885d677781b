# options: -X memory-limit=32M
# expect stderr contains: MemoryError
# exit: 1
text = 'x'
while True:
    text += text
