// Looking for a value among the items of a list or tuple.
#pragma once

#include <cstddef>

#include "vm/protocol/protocol.h"

namespace krait {

// The order in which __eq__ is asked.
enum class SearchOrder : uint8_t { ValueFirst, ItemFirst };

// Index of the first item in [from, to) that is the value or equals it, or -1. Comparisons may change a list: it is
// searched as far as it then goes. Charges the work.
Fallible<int64_t> find_item(Thread&, Value list_or_tuple, size_t from, size_t to, Value value, SearchOrder);
Fallible<int64_t> count_item(Thread&, Value list_or_tuple, Value value);

}  // namespace krait
