// Sorting lists in place: what list.sort() and sorted() do.
#pragma once

#include "vm/object/list_object.h"

namespace krait {

// Stable. `key` may be UNBOUND or None. While it runs the list is empty; ValueError when somebody fills it meanwhile.
Status list_sort(Thread&, ListObject*, Value key, bool reverse);

}  // namespace krait
