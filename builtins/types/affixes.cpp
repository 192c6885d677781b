// str, bytes, bytearray: removeprefix, removesuffix, isascii (later than 3.6).
#include <cstring>

#include "builtins/types/bytes_methods.h"
#include "builtins/types/str_methods.h"
#include "support/utf8.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ str

namespace {

// The very object when it is an exact str, as all of it is meant.
Ref cut(Thread& t, StrObject* self, size_t start, size_t end) {
    if (start == 0 && end == self->length && is_kind(Value::object(self), Kind::Str))
        return own(static_cast<Object*>(self));
    StrBuilder text(t);
    TRY(text.append(self, start, end));
    return text.finish();
}

}  // namespace

Ref str_removeprefix(Thread& t, StrObject* self, StrObject* prefix) {
    bool there = prefix->length <= self->length && TRY(str_stands_at(t, self, 0, prefix));
    return cut(t, self, there ? prefix->length : 0, self->length);
}

Ref str_removesuffix(Thread& t, StrObject* self, StrObject* suffix) {
    bool there = suffix->length <= self->length &&
                 TRY(str_stands_at(t, self, self->length - suffix->length, suffix));
    return cut(t, self, 0, self->length - (there ? suffix->length : 0));
}

Value str_isascii(Thread&, StrObject* self) { return Value::boolean(self->ascii()); }

// ------------------------------------------------------------------------------------------------ bytes

Ref bytes_removeprefix(Thread& t, Value self_value, Value prefix) {
    BufferView part = TRY(get_buffer(t, prefix));
    ByteSelf self(self_value);
    std::string_view text = self.view();
    if (text.starts_with(part.view())) text.remove_prefix(part.size());
    return self.make(t, text);
}

Ref bytes_removesuffix(Thread& t, Value self_value, Value suffix) {
    BufferView part = TRY(get_buffer(t, suffix));
    ByteSelf self(self_value);
    std::string_view text = self.view();
    if (text.ends_with(part.view())) text.remove_suffix(part.size());
    return self.make(t, text);
}

Fallible<bool> bytes_isascii(Thread& t, Value self_value) {
    ByteSelf self(self_value);
    std::string_view text = self.view();
    if (text.size() > 65536) TRY(charge_work(t, text.size() / 64));
    return is_ascii(text);
}

}  // namespace krait
