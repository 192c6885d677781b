print((), (1,), ('a', None), ((1,), ()), repr((1.0, [2])), str(('é',)), '%s' % ((1,),))  # expect: () (1,) ('a', None) ((1,), ()) (1.0, [2]) ('é',) (1,)
class R:
    def __repr__(self): return 'R!'
print((R(),), [(R(), R())])  # expect: (R!,) [(R!, R!)]
