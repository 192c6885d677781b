print('importing _pkg')
NAME = 'package'
__all__ = ['NAME', 'listed']
listed = 'in all'
unlisted = 'not in all'
