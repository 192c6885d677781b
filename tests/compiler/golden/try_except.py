def simple():
    try: a
    except: b

def typed():
    try:
        a
    except E:
        b
    except (F, G) as e:
        c
    except H as e:
        return e
    else:
        d

def cleanup(x):
    try:
        return x
    finally:
        x = None

def everything(x):
    for i in x:
        try:
            a
        except E as e:
            break
        else:
            b
        finally:
            c

def nested():
    try:
        try: a
        finally: b
    except E:
        try: c
        except F: d

def raising(a, b):
    raise
    raise a
    raise a from b
    raise a(1) from None
