from .. import sub as up_sub
from ..sub import VALUE as up
path = __name__
