// UTF-8 of strs of any length: the time limit is looked at between stretches.
#pragma once

#include "support/utf8.h"
#include "vm/object/str_object.h"
#include "vm/runtime/limits.h"

namespace krait {

Status check_encodable(Thread&, StrObject*);   // UnicodeEncodeError for lone surrogates
// Like str_to_utf8(): surrogates as three bytes.
Fallible<std::string> str_to_utf8_in_stretches(Thread&, const StrObject*);
// Like str_from_utf8(), of what may be no UTF-8: UNBOUND then, and *error tells where.
Ref str_from_utf8_unless(Thread&, std::string_view, Utf8Error* error);

// UTF-8 of a text for a message. Where memory or time is limited, one that is longer than anybody reads is told by its
// start and "...": what is made of it (messages, reports, what the host is handed) is not under the limits.
inline constexpr size_t kMostTold = size_t{1} << 20, kMostOfName = size_t{1} << 12;
std::string told(const Thread&, const StrObject*, size_t most = kMostTold);
std::string told(const Thread&, const char* text);
inline bool tells_all(const Thread& t) { return t.deadline_ns == 0 && t.heap.limit() == SIZE_MAX; }

// f(piece) for stretches of a long text that end where a character does; a look between them.
template <class F>
Status in_utf8_pieces(Thread& t, std::string_view data, F f) {
    while (data.size() > kPlacesPerLook) {
        size_t size = kPlacesPerLook;
        while (size > kPlacesPerLook - 3 && (data[size] & 0xC0) == 0x80) --size;
        f(data.substr(0, size));
        data.remove_prefix(size);
        TRY(check_deadline(t));
    }
    f(data);
    return ok();
}

}  // namespace krait
