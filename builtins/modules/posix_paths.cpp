#include "builtins/modules/posix_paths.h"

#include "builtins/codecs/codecs.h"
#include "support/utf8.h"

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

Status path_bytes(Thread& t, Value path, std::string* out) {
    StrObject* text = as_str(path);
    if (text && text->ascii()) {
        out->assign(text->data, text->length);
    } else if (text) {
        Ref errors = TRY(str_from_ascii(t, "surrogateescape"));
        Ref bytes = TRY(encode_text(t, text, nullptr, errors.as<StrObject>()));
        out->assign(bytes.as<BytesObject>()->view());
    } else {
        out->assign(path.as<BytesObject>()->view());
    }
    if (out->find('\0') != std::string::npos) return raise(t, Exc::ValueError, "embedded null byte");
    return ok();
}

Status path_argument(Thread& t, Value path, std::string* out) {
    Ref plain = TRY(path_object(t, path));
    return path_bytes(t, plain, out);
}

Ref path_from_host(Thread& t, std::string_view text, bool as_bytes) {
    if (as_bytes) return bytes_from(t, text);
    if (is_ascii(text)) return str_from_ascii(t, text);
    Ref errors = TRY(str_from_ascii(t, "surrogateescape"));
    return decode_utf8(t, text, errors.as<StrObject>());
}

}  // namespace krait
