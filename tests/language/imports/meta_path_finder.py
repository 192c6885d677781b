import sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == 'virtual':
            return type(sys.__spec__)(name, self, origin='nowhere')

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.value = 42


finder = Finder()
sys.meta_path.append(finder)
import virtual
print(virtual.value, virtual.__name__, virtual.__loader__ is finder, virtual.__spec__.origin, virtual.__package__ == '')  # expect: 42 virtual True nowhere True
print('virtual' in sys.modules, hasattr(virtual, '__file__'), hasattr(virtual, '__path__'))  # expect: True False False
sys.meta_path.remove(finder)
del sys.modules['virtual']
try:
    import virtual
except ImportError as error:
    print(type(error).__name__, error, error.name)  # expect: ModuleNotFoundError No module named 'virtual' virtual
sys.meta_path.insert(0, finder)
import virtual
print(virtual.value, type(virtual.__spec__).__name__, sorted(virtual.__spec__.__dict__) != [])  # expect: 42 ModuleSpec True
