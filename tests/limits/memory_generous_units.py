# options: -X memory-limit=1G
print('fine')  # expect: fine
