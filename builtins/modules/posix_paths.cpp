#include "builtins/modules/posix_paths.h"

#include "builtins/codecs/codecs.h"
#include "support/utf8.h"
#include "vm/error/raise.h"
#include "vm/object/buffer.h"
#include "vm/object/str_utf8.h"

namespace krait {

Ref path_object(Thread& t, Value path) {
    if (as_str(path) || as_bytes(path)) return own(path);
    Ref result = TRY(call_special(t, path, t.interp.names.dunder_fspath));
    if (result.get().is_unbound())
        return raise(t, Exc::TypeError, "expected str, bytes or os.PathLike object, not %.200s", type_name_of(t, path));
    if (as_str(result) || as_bytes(result)) return result;
    return raise(t, Exc::TypeError, "expected %.200s.__fspath__() to return str or bytes, not %.200s",
                 type_name_of(t, path), type_name_of(t, result));
}

Status host_bytes(Thread& t, Value path, std::string* out) {
    StrObject* text = as_str(path);
    if (text && text->ascii()) {
        *out = TRY(str_to_utf8_in_stretches(t, text));
    } else if (text) {
        Ref errors = TRY(str_from_ascii(t, "surrogateescape"));
        Ref bytes = TRY(encode_text(t, text, nullptr, errors.as<StrObject>()));
        out->assign(bytes.as<BytesObject>()->view());
    } else {
        out->assign(path.as<BytesObject>()->view());
    }
    return ok();
}

Status path_bytes(Thread& t, Value path, std::string* out) {
    TRY(host_bytes(t, path, out));
    if (out->find('\0') != std::string::npos) return raise(t, Exc::ValueError, "embedded null byte");
    return ok();
}

Status path_argument(Thread& t, Value path, std::string* out) {
    Ref plain = TRY(path_object(t, path));
    return path_bytes(t, plain, out);
}

Ref path_of_buffer(Thread& t, Value given, const char* what, const char* wanted) {
    TRY(warn(t, Exc::DeprecationWarning, 1, "%s should be %s, not %.200s", what, wanted, type_name_of(t, given)));
    BufferView view = TRY(get_buffer(t, given));
    return bytes_from(t, view.view());
}

RefTo<StrObject> filename_argument(Thread& t, Value name) {
    bool is_path = as_bytes(name) || !has_buffer(t, name);
    Ref object = TRY(is_path ? path_object(t, name)
                             : path_of_buffer(t, name, "path", "string, bytes, or os.PathLike"));
    Ref text = as_str(object) ? std::move(object) : TRY(path_from_host(t, as_bytes(object)->view(), false));
    StrObject* s = text.as<StrObject>();
    if (str_find_char(s, 0, 0, s->length) >= 0) return raise(t, Exc::ValueError, "embedded null character");
    return RefTo<StrObject>::steal(text.release().as<StrObject>());
}

Ref path_from_host(Thread& t, std::string_view text, bool as_bytes) {
    if (as_bytes) return bytes_from(t, text);
    if (is_ascii(text)) return str_from_ascii(t, text);
    Ref errors = TRY(str_from_ascii(t, "surrogateescape"));
    return decode_utf8(t, text, errors.as<StrObject>());
}

}  // namespace krait
