// range and slice beyond layouts.h. Ranges hold exact ints (immediate or big); small ones never leave int64 arithmetic.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

// Exact int of any int-like or __index__ object (bools and int subclasses become plain ints).
Ref exact_index(Thread&, Value);
Ref int_like_index(Thread&, Value);   // bools and objects of subclasses of int stay what they are
inline bool is_exact_int(Value v) { return v.is_int() || is_kind(v, Kind::Int); }
// start, stop and step are int-like (int_like_index() gives such); ValueError when step is 0.
Ref range_make(Thread&, Value start, Value stop, Value step);
Ref range_value_at(Thread&, Value start, Value step, Value index);    // start + index * step
Fallible<bool> range_holds_int(Thread&, RangeObject*, Value exact_int);
// slice.indices() for a length of any size, as exact ints.
struct BigSliceRange {
    Ref start, stop, step;
    bool failed_ = false;
    bool failed() const { return failed_; }
};
BigSliceRange slice_adjust_big(Thread&, SliceObject*, Value length);

void range_dealloc(Interpreter&, Object*);
void slice_dealloc(Interpreter&, Object*);
void slice_traverse(Object*, Visitor&);

}  // namespace krait
