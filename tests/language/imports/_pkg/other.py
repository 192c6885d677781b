from . import sub
from .sub import VALUE as relative
from . import NAME as parent
