# Functions of complex numbers: parts that are no number or infinite, and finite ones to the last bit.
import cmath
nan, inf = float('nan'), float('inf')
for real in (0.0, -0.0, 1.0, -2.0, inf, -inf, nan):
    for imag in (0.0, -0.0, 1.0, inf, -inf, nan):
        z = complex(real, imag)
        for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'sqrt', 'exp', 'cosh', 'sinh', 'tanh'):
            try:
                print(name, z, getattr(cmath, name)(z))
            except (ValueError, OverflowError) as error:
                print(name, z, error)
# expect: acos 0j (1.5707963267948966-0j)
# expect: acosh 0j 1.5707963267948966j
# expect: asin 0j 0j
# expect: asinh 0j 0j
# expect: atan 0j 0j
# expect: sqrt 0j 0j
# expect: exp 0j (1+0j)
# expect: cosh 0j (1+0j)
# expect: sinh 0j 0j
# expect: tanh 0j 0j
# expect: acos -0j (1.5707963267948966+0j)
# expect: acosh -0j -1.5707963267948966j
# expect: asin -0j -0j
# expect: asinh -0j -0j
# expect: atan -0j -0j
# expect: sqrt -0j -0j
# expect: exp -0j (1-0j)
# expect: cosh -0j (1-0j)
# expect: sinh -0j -0j
# expect: tanh -0j -0j
# expect: acos 1j (1.5707963267948966-0.881373587019543j)
# expect: acosh 1j (0.881373587019543+1.5707963267948966j)
# expect: asin 1j 0.881373587019543j
# expect: asinh 1j 1.5707963267948966j
# expect: atan 1j math domain error
# expect: sqrt 1j (0.7071067811865476+0.7071067811865475j)
# expect: exp 1j (0.5403023058681398+0.8414709848078965j)
# expect: cosh 1j (0.5403023058681398+0j)
# expect: sinh 1j 0.8414709848078965j
# expect: tanh 1j 1.5574077246549023j
# expect: acos infj (1.5707963267948966-infj)
# expect: acosh infj (inf+1.5707963267948966j)
# expect: asin infj infj
# expect: asinh infj (inf+1.5707963267948966j)
# expect: atan infj (1.5707963267948966+0j)
# expect: sqrt infj (inf+infj)
# expect: exp infj math domain error
# expect: cosh infj math domain error
# expect: sinh infj math domain error
# expect: tanh infj math domain error
# expect: acos -infj (1.5707963267948966+infj)
# expect: acosh -infj (inf-1.5707963267948966j)
# expect: asin -infj -infj
# expect: asinh -infj (inf-1.5707963267948966j)
# expect: atan -infj (1.5707963267948966-0j)
# expect: sqrt -infj (inf-infj)
# expect: exp -infj math domain error
# expect: cosh -infj math domain error
# expect: sinh -infj math domain error
# expect: tanh -infj math domain error
# expect: acos nanj (1.5707963267948966+nanj)
# expect: acosh nanj (nan+nanj)
# expect: asin nanj nanj
# expect: asinh nanj (nan+nanj)
# expect: atan nanj (nan+nanj)
# expect: sqrt nanj (nan+nanj)
# expect: exp nanj (nan+nanj)
# expect: cosh nanj (nan+0j)
# expect: sinh nanj nanj
# expect: tanh nanj (nan+nanj)
# expect: acos (-0+0j) (1.5707963267948966-0j)
# expect: acosh (-0+0j) 1.5707963267948966j
# expect: asin (-0+0j) (-0+0j)
# expect: asinh (-0+0j) (-0+0j)
# expect: atan (-0+0j) (-0+0j)
# expect: sqrt (-0+0j) 0j
# expect: exp (-0+0j) (1+0j)
# expect: cosh (-0+0j) (1-0j)
# expect: sinh (-0+0j) (-0+0j)
# expect: tanh (-0+0j) (-0+0j)
# expect: acos (-0-0j) (1.5707963267948966+0j)
# expect: acosh (-0-0j) -1.5707963267948966j
# expect: asin (-0-0j) (-0-0j)
# expect: asinh (-0-0j) (-0-0j)
# expect: atan (-0-0j) (-0-0j)
# expect: sqrt (-0-0j) -0j
# expect: exp (-0-0j) (1-0j)
# expect: cosh (-0-0j) (1+0j)
# expect: sinh (-0-0j) (-0-0j)
# expect: tanh (-0-0j) (-0-0j)
# expect: acos (-0+1j) (1.5707963267948966-0.881373587019543j)
# expect: acosh (-0+1j) (0.881373587019543+1.5707963267948966j)
# expect: asin (-0+1j) (-0+0.881373587019543j)
# expect: asinh (-0+1j) (-0+1.5707963267948966j)
# expect: atan (-0+1j) math domain error
# expect: sqrt (-0+1j) (0.7071067811865476+0.7071067811865475j)
# expect: exp (-0+1j) (0.5403023058681398+0.8414709848078965j)
# expect: cosh (-0+1j) (0.5403023058681398-0j)
# expect: sinh (-0+1j) (-0+0.8414709848078965j)
# expect: tanh (-0+1j) (-0+1.5574077246549023j)
# expect: acos (-0+infj) (1.5707963267948966-infj)
# expect: acosh (-0+infj) (inf+1.5707963267948966j)
# expect: asin (-0+infj) (-0+infj)
# expect: asinh (-0+infj) (-inf+1.5707963267948966j)
# expect: atan (-0+infj) (-1.5707963267948966+0j)
# expect: sqrt (-0+infj) (inf+infj)
# expect: exp (-0+infj) math domain error
# expect: cosh (-0+infj) math domain error
# expect: sinh (-0+infj) math domain error
# expect: tanh (-0+infj) math domain error
# expect: acos (-0-infj) (1.5707963267948966+infj)
# expect: acosh (-0-infj) (inf-1.5707963267948966j)
# expect: asin (-0-infj) (-0-infj)
# expect: asinh (-0-infj) (-inf-1.5707963267948966j)
# expect: atan (-0-infj) (-1.5707963267948966-0j)
# expect: sqrt (-0-infj) (inf-infj)
# expect: exp (-0-infj) math domain error
# expect: cosh (-0-infj) math domain error
# expect: sinh (-0-infj) math domain error
# expect: tanh (-0-infj) math domain error
# expect: acos (-0+nanj) (1.5707963267948966+nanj)
# expect: acosh (-0+nanj) (nan+nanj)
# expect: asin (-0+nanj) (-0+nanj)
# expect: asinh (-0+nanj) (nan+nanj)
# expect: atan (-0+nanj) (nan+nanj)
# expect: sqrt (-0+nanj) (nan+nanj)
# expect: exp (-0+nanj) (nan+nanj)
# expect: cosh (-0+nanj) (nan+0j)
# expect: sinh (-0+nanj) nanj
# expect: tanh (-0+nanj) (nan+nanj)
# expect: acos (1+0j) -0j
# expect: acosh (1+0j) 0j
# expect: asin (1+0j) (1.5707963267948966+0j)
# expect: asinh (1+0j) (0.881373587019543+0j)
# expect: atan (1+0j) (0.7853981633974483+0j)
# expect: sqrt (1+0j) (1+0j)
# expect: exp (1+0j) (2.718281828459045+0j)
# expect: cosh (1+0j) (1.5430806348152437+0j)
# expect: sinh (1+0j) (1.1752011936438014+0j)
# expect: tanh (1+0j) (0.7615941559557649+0j)
# expect: acos (1-0j) 0j
# expect: acosh (1-0j) -0j
# expect: asin (1-0j) (1.5707963267948966-0j)
# expect: asinh (1-0j) (0.881373587019543-0j)
# expect: atan (1-0j) (0.7853981633974483-0j)
# expect: sqrt (1-0j) (1-0j)
# expect: exp (1-0j) (2.718281828459045-0j)
# expect: cosh (1-0j) (1.5430806348152437-0j)
# expect: sinh (1-0j) (1.1752011936438014-0j)
# expect: tanh (1-0j) (0.7615941559557649-0j)
# expect: acos (1+1j) (0.9045568943023814-1.0612750619050357j)
# expect: acosh (1+1j) (1.0612750619050357+0.9045568943023813j)
# expect: asin (1+1j) (0.6662394324925153+1.0612750619050357j)
# expect: asinh (1+1j) (1.0612750619050357+0.6662394324925153j)
# expect: atan (1+1j) (1.0172219678978514+0.40235947810852507j)
# expect: sqrt (1+1j) (1.09868411346781+0.45508986056222733j)
# expect: exp (1+1j) (1.4686939399158851+2.2873552871788423j)
# expect: cosh (1+1j) (0.8337300251311491+0.9888977057628651j)
# expect: sinh (1+1j) (0.6349639147847361+1.2984575814159773j)
# expect: tanh (1+1j) (1.0839233273386946+0.2717525853195118j)
# expect: acos (1+infj) (1.5707963267948966-infj)
# expect: acosh (1+infj) (inf+1.5707963267948966j)
# expect: asin (1+infj) infj
# expect: asinh (1+infj) (inf+1.5707963267948966j)
# expect: atan (1+infj) (1.5707963267948966+0j)
# expect: sqrt (1+infj) (inf+infj)
# expect: exp (1+infj) math domain error
# expect: cosh (1+infj) math domain error
# expect: sinh (1+infj) math domain error
# expect: tanh (1+infj) math domain error
# expect: acos (1-infj) (1.5707963267948966+infj)
# expect: acosh (1-infj) (inf-1.5707963267948966j)
# expect: asin (1-infj) -infj
# expect: asinh (1-infj) (inf-1.5707963267948966j)
# expect: atan (1-infj) (1.5707963267948966-0j)
# expect: sqrt (1-infj) (inf-infj)
# expect: exp (1-infj) math domain error
# expect: cosh (1-infj) math domain error
# expect: sinh (1-infj) math domain error
# expect: tanh (1-infj) math domain error
# expect: acos (1+nanj) (nan+nanj)
# expect: acosh (1+nanj) (nan+nanj)
# expect: asin (1+nanj) (nan+nanj)
# expect: asinh (1+nanj) (nan+nanj)
# expect: atan (1+nanj) (nan+nanj)
# expect: sqrt (1+nanj) (nan+nanj)
# expect: exp (1+nanj) (nan+nanj)
# expect: cosh (1+nanj) (nan+nanj)
# expect: sinh (1+nanj) (nan+nanj)
# expect: tanh (1+nanj) (nan+nanj)
# expect: acos (-2+0j) (3.141592653589793-1.3169578969248166j)
# expect: acosh (-2+0j) (1.3169578969248166+3.141592653589793j)
# expect: asin (-2+0j) (-1.5707963267948966+1.3169578969248166j)
# expect: asinh (-2+0j) (-1.4436354751788103+0j)
# expect: atan (-2+0j) (-1.1071487177940904+0j)
# expect: sqrt (-2+0j) 1.4142135623730951j
# expect: exp (-2+0j) (0.1353352832366127+0j)
# expect: cosh (-2+0j) (3.7621956910836314-0j)
# expect: sinh (-2+0j) (-3.626860407847019+0j)
# expect: tanh (-2+0j) (-0.9640275800758169+0j)
# expect: acos (-2-0j) (3.141592653589793+1.3169578969248166j)
# expect: acosh (-2-0j) (1.3169578969248166-3.141592653589793j)
# expect: asin (-2-0j) (-1.5707963267948966-1.3169578969248166j)
# expect: asinh (-2-0j) (-1.4436354751788103-0j)
# expect: atan (-2-0j) (-1.1071487177940904-0j)
# expect: sqrt (-2-0j) -1.4142135623730951j
# expect: exp (-2-0j) (0.1353352832366127-0j)
# expect: cosh (-2-0j) (3.7621956910836314+0j)
# expect: sinh (-2-0j) (-3.626860407847019-0j)
# expect: tanh (-2-0j) (-0.9640275800758169-0j)
# expect: acos (-2+1j) (2.6342363503726487-1.4693517443681852j)
# expect: acosh (-2+1j) (1.4693517443681852+2.6342363503726487j)
# expect: asin (-2+1j) (-1.063440023577752+1.4693517443681852j)
# expect: asinh (-2+1j) (-1.5285709194809982+0.4270785863924761j)
# expect: atan (-2+1j) (-1.1780972450961724+0.17328679513998632j)
# expect: sqrt (-2+1j) (0.34356074972251244+1.455346690225355j)
# expect: exp (-2+1j) (0.07312196559805964+0.1138807140643681j)
# expect: cosh (-2+1j) (2.0327230070196656-3.0518977991518j)
# expect: sinh (-2+1j) (-1.9596010414216063+3.165778513216168j)
# expect: tanh (-2+1j) (-1.0147936161466335+0.0338128260798967j)
# expect: acos (-2+infj) (1.5707963267948966-infj)
# expect: acosh (-2+infj) (inf+1.5707963267948966j)
# expect: asin (-2+infj) (-0+infj)
# expect: asinh (-2+infj) (-inf+1.5707963267948966j)
# expect: atan (-2+infj) (-1.5707963267948966+0j)
# expect: sqrt (-2+infj) (inf+infj)
# expect: exp (-2+infj) math domain error
# expect: cosh (-2+infj) math domain error
# expect: sinh (-2+infj) math domain error
# expect: tanh (-2+infj) math domain error
# expect: acos (-2-infj) (1.5707963267948966+infj)
# expect: acosh (-2-infj) (inf-1.5707963267948966j)
# expect: asin (-2-infj) (-0-infj)
# expect: asinh (-2-infj) (-inf-1.5707963267948966j)
# expect: atan (-2-infj) (-1.5707963267948966-0j)
# expect: sqrt (-2-infj) (inf-infj)
# expect: exp (-2-infj) math domain error
# expect: cosh (-2-infj) math domain error
# expect: sinh (-2-infj) math domain error
# expect: tanh (-2-infj) math domain error
# expect: acos (-2+nanj) (nan+nanj)
# expect: acosh (-2+nanj) (nan+nanj)
# expect: asin (-2+nanj) (nan+nanj)
# expect: asinh (-2+nanj) (nan+nanj)
# expect: atan (-2+nanj) (nan+nanj)
# expect: sqrt (-2+nanj) (nan+nanj)
# expect: exp (-2+nanj) (nan+nanj)
# expect: cosh (-2+nanj) (nan+nanj)
# expect: sinh (-2+nanj) (nan+nanj)
# expect: tanh (-2+nanj) (nan+nanj)
# expect: acos (inf+0j) -infj
# expect: acosh (inf+0j) (inf+0j)
# expect: asin (inf+0j) (1.5707963267948966+infj)
# expect: asinh (inf+0j) (inf+0j)
# expect: atan (inf+0j) (1.5707963267948966+0j)
# expect: sqrt (inf+0j) (inf+0j)
# expect: exp (inf+0j) (inf+0j)
# expect: cosh (inf+0j) (inf+0j)
# expect: sinh (inf+0j) (inf+0j)
# expect: tanh (inf+0j) (1+0j)
# expect: acos (inf-0j) infj
# expect: acosh (inf-0j) (inf-0j)
# expect: asin (inf-0j) (1.5707963267948966-infj)
# expect: asinh (inf-0j) (inf-0j)
# expect: atan (inf-0j) (1.5707963267948966-0j)
# expect: sqrt (inf-0j) (inf-0j)
# expect: exp (inf-0j) (inf-0j)
# expect: cosh (inf-0j) (inf-0j)
# expect: sinh (inf-0j) (inf-0j)
# expect: tanh (inf-0j) (1-0j)
# expect: acos (inf+1j) -infj
# expect: acosh (inf+1j) (inf+0j)
# expect: asin (inf+1j) (1.5707963267948966+infj)
# expect: asinh (inf+1j) (inf+0j)
# expect: atan (inf+1j) (1.5707963267948966+0j)
# expect: sqrt (inf+1j) (inf+0j)
# expect: exp (inf+1j) (inf+infj)
# expect: cosh (inf+1j) (inf+infj)
# expect: sinh (inf+1j) (inf+infj)
# expect: tanh (inf+1j) (1+0j)
# expect: acos (inf+infj) (0.7853981633974483-infj)
# expect: acosh (inf+infj) (inf+0.7853981633974483j)
# expect: asin (inf+infj) (0.7853981633974483+infj)
# expect: asinh (inf+infj) (inf+0.7853981633974483j)
# expect: atan (inf+infj) (1.5707963267948966+0j)
# expect: sqrt (inf+infj) (inf+infj)
# expect: exp (inf+infj) math domain error
# expect: cosh (inf+infj) math domain error
# expect: sinh (inf+infj) math domain error
# expect: tanh (inf+infj) (1+0j)
# expect: acos (inf-infj) (0.7853981633974483+infj)
# expect: acosh (inf-infj) (inf-0.7853981633974483j)
# expect: asin (inf-infj) (0.7853981633974483-infj)
# expect: asinh (inf-infj) (inf-0.7853981633974483j)
# expect: atan (inf-infj) (1.5707963267948966-0j)
# expect: sqrt (inf-infj) (inf-infj)
# expect: exp (inf-infj) math domain error
# expect: cosh (inf-infj) math domain error
# expect: sinh (inf-infj) math domain error
# expect: tanh (inf-infj) (1+0j)
# expect: acos (inf+nanj) (nan+infj)
# expect: acosh (inf+nanj) (inf+nanj)
# expect: asin (inf+nanj) (nan-infj)
# expect: asinh (inf+nanj) (inf+nanj)
# expect: atan (inf+nanj) (1.5707963267948966-0j)
# expect: sqrt (inf+nanj) (inf+nanj)
# expect: exp (inf+nanj) (inf+nanj)
# expect: cosh (inf+nanj) (inf+nanj)
# expect: sinh (inf+nanj) (inf+nanj)
# expect: tanh (inf+nanj) (1+0j)
# expect: acos (-inf+0j) (3.141592653589793-infj)
# expect: acosh (-inf+0j) (inf+3.141592653589793j)
# expect: asin (-inf+0j) (-1.5707963267948966+infj)
# expect: asinh (-inf+0j) (-inf+0j)
# expect: atan (-inf+0j) (-1.5707963267948966+0j)
# expect: sqrt (-inf+0j) infj
# expect: exp (-inf+0j) 0j
# expect: cosh (-inf+0j) (inf-0j)
# expect: sinh (-inf+0j) (-inf+0j)
# expect: tanh (-inf+0j) (-1+0j)
# expect: acos (-inf-0j) (3.141592653589793+infj)
# expect: acosh (-inf-0j) (inf-3.141592653589793j)
# expect: asin (-inf-0j) (-1.5707963267948966-infj)
# expect: asinh (-inf-0j) (-inf-0j)
# expect: atan (-inf-0j) (-1.5707963267948966-0j)
# expect: sqrt (-inf-0j) -infj
# expect: exp (-inf-0j) -0j
# expect: cosh (-inf-0j) (inf+0j)
# expect: sinh (-inf-0j) (-inf-0j)
# expect: tanh (-inf-0j) (-1-0j)
# expect: acos (-inf+1j) (3.141592653589793-infj)
# expect: acosh (-inf+1j) (inf+3.141592653589793j)
# expect: asin (-inf+1j) (-1.5707963267948966+infj)
# expect: asinh (-inf+1j) (-inf+0j)
# expect: atan (-inf+1j) (-1.5707963267948966+0j)
# expect: sqrt (-inf+1j) infj
# expect: exp (-inf+1j) 0j
# expect: cosh (-inf+1j) (inf-infj)
# expect: sinh (-inf+1j) (-inf+infj)
# expect: tanh (-inf+1j) (-1+0j)
# expect: acos (-inf+infj) (2.356194490192345-infj)
# expect: acosh (-inf+infj) (inf+2.356194490192345j)
# expect: asin (-inf+infj) (-0.7853981633974483+infj)
# expect: asinh (-inf+infj) (-inf+0.7853981633974483j)
# expect: atan (-inf+infj) (-1.5707963267948966+0j)
# expect: sqrt (-inf+infj) (inf+infj)
# expect: exp (-inf+infj) 0j
# expect: cosh (-inf+infj) math domain error
# expect: sinh (-inf+infj) math domain error
# expect: tanh (-inf+infj) (-1+0j)
# expect: acos (-inf-infj) (2.356194490192345+infj)
# expect: acosh (-inf-infj) (inf-2.356194490192345j)
# expect: asin (-inf-infj) (-0.7853981633974483-infj)
# expect: asinh (-inf-infj) (-inf-0.7853981633974483j)
# expect: atan (-inf-infj) (-1.5707963267948966-0j)
# expect: sqrt (-inf-infj) (inf-infj)
# expect: exp (-inf-infj) 0j
# expect: cosh (-inf-infj) math domain error
# expect: sinh (-inf-infj) math domain error
# expect: tanh (-inf-infj) (-1+0j)
# expect: acos (-inf+nanj) (nan+infj)
# expect: acosh (-inf+nanj) (inf+nanj)
# expect: asin (-inf+nanj) (nan-infj)
# expect: asinh (-inf+nanj) (-inf+nanj)
# expect: atan (-inf+nanj) (-1.5707963267948966-0j)
# expect: sqrt (-inf+nanj) (nan+infj)
# expect: exp (-inf+nanj) 0j
# expect: cosh (-inf+nanj) (inf+nanj)
# expect: sinh (-inf+nanj) (inf+nanj)
# expect: tanh (-inf+nanj) (-1+0j)
# expect: acos (nan+0j) (nan+nanj)
# expect: acosh (nan+0j) (nan+nanj)
# expect: asin (nan+0j) (nan+nanj)
# expect: asinh (nan+0j) (nan+0j)
# expect: atan (nan+0j) (nan+0j)
# expect: sqrt (nan+0j) (nan+nanj)
# expect: exp (nan+0j) (nan+0j)
# expect: cosh (nan+0j) (nan+0j)
# expect: sinh (nan+0j) (nan+0j)
# expect: tanh (nan+0j) (nan+0j)
# expect: acos (nan-0j) (nan+nanj)
# expect: acosh (nan-0j) (nan+nanj)
# expect: asin (nan-0j) (nan+nanj)
# expect: asinh (nan-0j) (nan-0j)
# expect: atan (nan-0j) (nan-0j)
# expect: sqrt (nan-0j) (nan+nanj)
# expect: exp (nan-0j) (nan-0j)
# expect: cosh (nan-0j) (nan+0j)
# expect: sinh (nan-0j) (nan-0j)
# expect: tanh (nan-0j) (nan-0j)
# expect: acos (nan+1j) (nan+nanj)
# expect: acosh (nan+1j) (nan+nanj)
# expect: asin (nan+1j) (nan+nanj)
# expect: asinh (nan+1j) (nan+nanj)
# expect: atan (nan+1j) (nan+nanj)
# expect: sqrt (nan+1j) (nan+nanj)
# expect: exp (nan+1j) (nan+nanj)
# expect: cosh (nan+1j) (nan+nanj)
# expect: sinh (nan+1j) (nan+nanj)
# expect: tanh (nan+1j) (nan+nanj)
# expect: acos (nan+infj) (nan-infj)
# expect: acosh (nan+infj) (inf+nanj)
# expect: asin (nan+infj) (nan+infj)
# expect: asinh (nan+infj) (inf+nanj)
# expect: atan (nan+infj) (nan+0j)
# expect: sqrt (nan+infj) (inf+infj)
# expect: exp (nan+infj) (nan+nanj)
# expect: cosh (nan+infj) (nan+nanj)
# expect: sinh (nan+infj) (nan+nanj)
# expect: tanh (nan+infj) (nan+nanj)
# expect: acos (nan-infj) (nan+infj)
# expect: acosh (nan-infj) (inf+nanj)
# expect: asin (nan-infj) (nan-infj)
# expect: asinh (nan-infj) (inf+nanj)
# expect: atan (nan-infj) (nan-0j)
# expect: sqrt (nan-infj) (inf-infj)
# expect: exp (nan-infj) (nan+nanj)
# expect: cosh (nan-infj) (nan+nanj)
# expect: sinh (nan-infj) (nan+nanj)
# expect: tanh (nan-infj) (nan+nanj)
# expect: acos (nan+nanj) (nan+nanj)
# expect: acosh (nan+nanj) (nan+nanj)
# expect: asin (nan+nanj) (nan+nanj)
# expect: asinh (nan+nanj) (nan+nanj)
# expect: atan (nan+nanj) (nan+nanj)
# expect: sqrt (nan+nanj) (nan+nanj)
# expect: exp (nan+nanj) (nan+nanj)
# expect: cosh (nan+nanj) (nan+nanj)
# expect: sinh (nan+nanj) (nan+nanj)
# expect: tanh (nan+nanj) (nan+nanj)
# Finite ones, to the last bit.
for z in (1j, 1 + 1j, -2 + 1j, 0.3 - 0.7j, 1e308 + 1e308j, 1e-310 + 0j, 1e-310 - 3e-310j, 711 + 1j, -720 - 2j, 1 + 1e-200j,
          1e200 - 1j, 0.8 + 0.5j):
    for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'log10', 'sin', 'sinh',
                 'sqrt', 'tan', 'tanh'):
        try:
            print(name, z, getattr(cmath, name)(z))
        except (ValueError, OverflowError) as error:
            print(name, z, error)
# expect: acos 1j (1.5707963267948966-0.881373587019543j)
# expect: acosh 1j (0.881373587019543+1.5707963267948966j)
# expect: asin 1j 0.881373587019543j
# expect: asinh 1j 1.5707963267948966j
# expect: atan 1j math domain error
# expect: atanh 1j 0.7853981633974483j
# expect: cos 1j (1.5430806348152437-0j)
# expect: cosh 1j (0.5403023058681398+0j)
# expect: exp 1j (0.5403023058681398+0.8414709848078965j)
# expect: log 1j 1.5707963267948966j
# expect: log10 1j 0.6821881769209206j
# expect: sin 1j 1.1752011936438014j
# expect: sinh 1j 0.8414709848078965j
# expect: sqrt 1j (0.7071067811865476+0.7071067811865475j)
# expect: tan 1j 0.7615941559557649j
# expect: tanh 1j 1.5574077246549023j
# expect: acos (1+1j) (0.9045568943023814-1.0612750619050357j)
# expect: acosh (1+1j) (1.0612750619050357+0.9045568943023813j)
# expect: asin (1+1j) (0.6662394324925153+1.0612750619050357j)
# expect: asinh (1+1j) (1.0612750619050357+0.6662394324925153j)
# expect: atan (1+1j) (1.0172219678978514+0.40235947810852507j)
# expect: atanh (1+1j) (0.40235947810852507+1.0172219678978514j)
# expect: cos (1+1j) (0.8337300251311491-0.9888977057628651j)
# expect: cosh (1+1j) (0.8337300251311491+0.9888977057628651j)
# expect: exp (1+1j) (1.4686939399158851+2.2873552871788423j)
# expect: log (1+1j) (0.34657359027997264+0.7853981633974483j)
# expect: log10 (1+1j) (0.15051499783199057+0.3410940884604603j)
# expect: sin (1+1j) (1.2984575814159773+0.6349639147847361j)
# expect: sinh (1+1j) (0.6349639147847361+1.2984575814159773j)
# expect: sqrt (1+1j) (1.09868411346781+0.45508986056222733j)
# expect: tan (1+1j) (0.2717525853195118+1.0839233273386946j)
# expect: tanh (1+1j) (1.0839233273386946+0.2717525853195118j)
# expect: acos (-2+1j) (2.6342363503726487-1.4693517443681852j)
# expect: acosh (-2+1j) (1.4693517443681852+2.6342363503726487j)
# expect: asin (-2+1j) (-1.063440023577752+1.4693517443681852j)
# expect: asinh (-2+1j) (-1.5285709194809982+0.4270785863924761j)
# expect: atan (-2+1j) (-1.1780972450961724+0.17328679513998632j)
# expect: atanh (-2+1j) (-0.40235947810852507+1.3389725222944935j)
# expect: cos (-2+1j) (-0.64214812471552+1.0686074213827783j)
# expect: cosh (-2+1j) (2.0327230070196656-3.0518977991518j)
# expect: exp (-2+1j) (0.07312196559805964+0.1138807140643681j)
# expect: log (-2+1j) (0.8047189562170503+2.677945044588987j)
# expect: log10 (-2+1j) (0.3494850021680094+1.1630167557051545j)
# expect: sin (-2+1j) (-1.4031192506220405-0.4890562590412937j)
# expect: sinh (-2+1j) (-1.9596010414216063+3.165778513216168j)
# expect: sqrt (-2+1j) (0.34356074972251244+1.455346690225355j)
# expect: tan (-2+1j) (0.24345820118572534+1.16673625724092j)
# expect: tanh (-2+1j) (-1.0147936161466335+0.0338128260798967j)
# expect: acos (0.3-0.7j) (1.3250643206938169+0.6703367429877897j)
# expect: acosh (0.3-0.7j) (0.6703367429877897-1.3250643206938169j)
# expect: asin (0.3-0.7j) (0.2457320061010797-0.6703367429877897j)
# expect: asinh (0.3-0.7j) (0.3855909873181749-0.7089034409655053j)
# expect: atan (0.3-0.7j) (0.480035181202844-0.7016804321523099j)
# expect: atanh (0.3-0.7j) (0.19988189602962927-0.6396697661585148j)
# expect: cos (0.3-0.7j) (1.199108751098743+0.22417681233754289j)
# expect: cosh (0.3-0.7j) (0.7995189955990348-0.1961773591614612j)
# expect: exp (0.3-0.7j) (1.0324289629116616-0.8696029191140402j)
# expect: log (0.3-0.7j) (-0.272363587720836-1.1659045405098132j)
# expect: log10 (0.3-0.7j) (-0.11828600321853135-0.5063459083693581j)
# expect: sin (0.3-0.7j) (0.37092780393896435-0.7247026904232853j)
# expect: sinh (0.3-0.7j) (0.23290996731262684-0.6734255599525789j)
# expect: sqrt (0.3-0.7j) (0.7285524382590421-0.4804046786753803j)
# expect: tan (0.3-0.7j) (0.18971709151908692-0.6398359302631801j)
# expect: tanh (0.3-0.7j) (0.4697051659675581-0.72703718624352j)
# expect: acos (1e+308+1e+308j) (0.7853981633974483-710.235929413006j)
# expect: acosh (1e+308+1e+308j) (710.235929413006+0.7853981633974483j)
# expect: asin (1e+308+1e+308j) (0.7853981633974483+710.235929413006j)
# expect: asinh (1e+308+1e+308j) (710.235929413006+0.7853981633974483j)
# expect: atan (1e+308+1e+308j) (1.5707963267948966+5e-309j)
# expect: atanh (1e+308+1e+308j) (5e-309+1.5707963267948966j)
# expect: cos (1e+308+1e+308j) math range error
# expect: cosh (1e+308+1e+308j) math range error
# expect: exp (1e+308+1e+308j) math range error
# expect: log (1e+308+1e+308j) (709.542782232446+0.7853981633974483j)
# expect: log10 (1e+308+1e+308j) (308.150514997832+0.3410940884604603j)
# expect: sin (1e+308+1e+308j) math range error
# expect: sinh (1e+308+1e+308j) math range error
# expect: sqrt (1e+308+1e+308j) (1.09868411346781e+154+4.5508986056222734e+153j)
# expect: tan (1e+308+1e+308j) (-0+1j)
# expect: tanh (1e+308+1e+308j) (1-0j)
# expect: acos (1e-310+0j) (1.5707963267948966-0j)
# expect: acosh (1e-310+0j) 1.5707963267948966j
# expect: asin (1e-310+0j) (1e-310+0j)
# expect: asinh (1e-310+0j) (1.00000000000005e-310+0j)
# expect: atan (1e-310+0j) (1e-310+0j)
# expect: atanh (1e-310+0j) (1e-310+0j)
# expect: cos (1e-310+0j) (1-0j)
# expect: cosh (1e-310+0j) (1+0j)
# expect: exp (1e-310+0j) (1+0j)
# expect: log (1e-310+0j) (-713.8013788281542+0j)
# expect: log10 (1e-310+0j) (-309.99999999999994+0j)
# expect: sin (1e-310+0j) (1e-310+0j)
# expect: sinh (1e-310+0j) (1e-310+0j)
# expect: sqrt (1e-310+0j) (9.999999999999986e-156+0j)
# expect: tan (1e-310+0j) (1e-310+0j)
# expect: tanh (1e-310+0j) (1e-310+0j)
# expect: acos (1e-310-3e-310j) (1.5707963267948966+2.99999999999994e-310j)
# expect: acosh (1e-310-3e-310j) (2.99999999999994e-310-1.5707963267948966j)
# expect: asin (1e-310-3e-310j) (1e-310-2.99999999999994e-310j)
# expect: asinh (1e-310-3e-310j) (1.00000000000005e-310-3e-310j)
# expect: atan (1e-310-3e-310j) (1e-310-3e-310j)
# expect: atanh (1e-310-3e-310j) (1e-310-3e-310j)
# expect: cos (1e-310-3e-310j) (1+0j)
# expect: cosh (1e-310-3e-310j) (1-0j)
# expect: exp (1e-310-3e-310j) (1-3e-310j)
# expect: log (1e-310-3e-310j) (-712.6500862816572-1.2490457723982544j)
# expect: log10 (1e-310-3e-310j) (-309.5-0.5424536865971469j)
# expect: sin (1e-310-3e-310j) (1e-310-3e-310j)
# expect: sinh (1e-310-3e-310j) (1e-310-3e-310j)
# expect: sqrt (1e-310-3e-310j) (1.4426152744526806e-155-1.039778260055569e-155j)
# expect: tan (1e-310-3e-310j) (1e-310-3e-310j)
# expect: tanh (1e-310-3e-310j) (1e-310-3e-310j)
# expect: acos (711+1j) (0.0014064702246008461-7.259820104904073j)
# expect: acosh (711+1j) (7.259820104904073+0.0014064702246008461j)
# expect: asin (711+1j) (1.5693898565702957+7.259820104904073j)
# expect: asinh (711+1j) (7.2598210939767975+0.0014064674423935857j)
# expect: atan (711+1j) (1.5693898607436032+1.978149362156059e-06j)
# expect: atanh (711+1j) (0.0014064679060835593+1.5707943486377083j)
# expect: cos (711+1j) (0.8336517412876806-0.9889359851188961j)
# expect: cosh (711+1j) math range error
# expect: exp (711+1j) math range error
# expect: log (711+1j) (6.566673418880857+0.0014064688334951521j)
# expect: log10 (711+1j) (2.851870030280717+0.000610821653355848j)
# expect: sin (711+1j) (1.2985078435611523+0.6349042942670448j)
# expect: sinh (711+1j) math range error
# expect: sqrt (711+1j) (26.66458984528482+0.01875146037876958j)
# expect: tan (711+1j) (0.27174649130893025+1.0839588446806967j)
# expect: tanh (711+1j) (1+0j)
# expect: acos (-720-2j) (3.138814880277326+7.2724017683375815j)
# expect: acosh (-720-2j) (7.2724017683375815-3.138814880277326j)
# expect: asin (-720-2j) (-1.5680185534824296-7.2724017683375815j)
# expect: asinh (-720-2j) (-7.272402732821428-0.0027777679541820923j)
# expect: atan (-720-2j) (-1.5694074495156791-3.857987480907188e-06j)
# expect: atanh (-720-2j) (-0.0013888790652572852-1.5707924687925316j)
# expect: cos (-720-2j) (-3.1566278917326693+1.9732720948411266j)
# expect: cosh (-720-2j) math range error
# expect: exp (-720-2j) (-8.457064196e-314-1.84790223937e-313j)
# expect: log (-720-2j) (6.579255070019908-3.1388148829564724j)
# expect: log10 (-720-2j) (2.8573341719436383-1.3631699833837971j)
# expect: sin (-720-2j) (2.046904191979587+3.043076347666873j)
# expect: sinh (-720-2j) math range error
# expect: sqrt (-720-2j) (0.037267763680095045-26.83284161035148j)
# expect: tan (-720-2j) (-0.03294081768005159-0.9846195530731842j)
# expect: tanh (-720-2j) (-1+0j)
# expect: acos (1+1e-200j) (9.999999999999999e-101-1e-100j)
# expect: acosh (1+1e-200j) (1e-100+9.999999999999999e-101j)
# expect: asin (1+1e-200j) (1.5707963267948966+1e-100j)
# expect: asinh (1+1e-200j) (0.881373587019543+7.071067811865475e-201j)
# expect: atan (1+1e-200j) (0.7853981633974483+5e-201j)
# expect: atanh (1+1e-200j) (230.60508288968455+0.7853981633974483j)
# expect: cos (1+1e-200j) (0.5403023058681398-8.414709848078964e-201j)
# expect: cosh (1+1e-200j) (1.5430806348152437+1.1752011936438013e-200j)
# expect: exp (1+1e-200j) (2.718281828459045+2.718281828459045e-200j)
# expect: log (1+1e-200j) 1e-200j
# expect: log10 (1+1e-200j) 4.3429448190325175e-201j
# expect: sin (1+1e-200j) (0.8414709848078965+5.4030230586813976e-201j)
# expect: sinh (1+1e-200j) (1.1752011936438014+1.5430806348152437e-200j)
# expect: sqrt (1+1e-200j) (1+5e-201j)
# expect: tan (1+1e-200j) (1.5574077246549023+3.42551882081476e-200j)
# expect: tanh (1+1e-200j) (0.7615941559557649+4.1997434161402614e-201j)
# expect: acos (1e+200-1j) (1e-200+461.2101657793691j)
# expect: acosh (1e+200-1j) (461.2101657793691-1e-200j)
# expect: asin (1e+200-1j) (1.5707963267948966-461.2101657793691j)
# expect: asinh (1e+200-1j) (461.2101657793691-1e-200j)
# expect: atan (1e+200-1j) (1.5707963267948966-0j)
# expect: atanh (1e+200-1j) (1e-200-1.5707963267948966j)
# expect: cos (1e+200-1j) (1.1805366503485764-0.7567928066968963j)
# expect: cosh (1e+200-1j) math range error
# expect: exp (1e+200-1j) math range error
# expect: log (1e+200-1j) (460.51701859880916-1e-200j)
# expect: log10 (1e+200-1j) (200-4.3429448190325175e-201j)
# expect: sin (1e+200-1j) (-0.9936956590050996-0.8990898137970699j)
# expect: sinh (1e+200-1j) math range error
# expect: sqrt (1e+200-1j) (1e+100-5e-101j)
# expect: tan (1e+200-1j) (-0.250543585313276-0.9222071983997682j)
# expect: tanh (1e+200-1j) (1-0j)
# expect: acos (0.8+0.5j) (0.8435450445065978-0.6273680111520938j)
# expect: acosh (0.8+0.5j) (0.6273680111520938+0.8435450445065978j)
# expect: asin (0.8+0.5j) (0.7272512822882987+0.6273680111520938j)
# expect: asinh (0.8+0.5j) (0.7820395867667198+0.3879601431842725j)
# expect: atan (0.8+0.5j) (0.7510771688525313+0.29444757959507306j)
# expect: atanh (0.8+0.5j) (0.6219440230539883+0.7306184000104762j)
# expect: cos (0.8+0.5j) (0.7856245755933587-0.37381089133508727j)
# expect: cosh (0.8+0.5j) (1.1737095865399187+0.4257806888479159j)
# expect: exp (0.8+0.5j) (1.953095909618299+1.0669811583281994j)
# expect: log (0.8+0.5j) (-0.058266908127975726+0.5585993153435624j)
# expect: log10 (0.8+0.5j) (-0.025304996677543587+0.24259660024864363j)
# expect: sin (0.8+0.5j) (0.8089093543972505+0.36305059554680463j)
# expect: sinh (0.8+0.5j) (0.77938632307838+0.6412004694802835j)
# expect: sqrt (0.8+0.5j) (0.9336482510040011+0.2677667951834771j)
# expect: tan (0.8+0.5j) (0.6602721936213412+0.7762836750715909j)
# expect: tanh (0.8+0.5j) (0.7619453676512791+0.2698954235443398j)
