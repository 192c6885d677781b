// What messages and reports tell of long texts.
#include <cstring>

#include "vm/object/str_utf8.h"

namespace krait {

std::string told(const Thread& t, const StrObject* s, size_t most) {
    if (s->length <= most || tells_all(t)) return str_to_utf8(s);
    std::string out(4 * most, '\0');
    char* end = out.data();
    for (size_t i = 0; i < most; ++i) end += utf8_encode(s->at(i), end);
    out.resize(static_cast<size_t>(end - out.data()));
    return out += "...";
}

std::string told(const Thread& t, const char* text) {
    size_t size = std::strlen(text);
    if (size <= kMostTold || tells_all(t)) return std::string(text, size);
    for (size = kMostTold; (text[size] & 0xC0) == 0x80;) --size;
    return std::string(text, size) += "...";
}

}  // namespace krait
