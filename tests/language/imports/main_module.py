import sys
print(__name__, sys.modules['__main__'].__dict__ is globals(), __file__.split('/')[-1], __doc__, __package__, __spec__)  # expect: __main__ True main_module.py None None None
if __name__ == '__main__':
    print('is main')  # expect: is main
import _sees_main
print(_sees_main.name)  # expect: __main__
