// Paths of natives: str, bytes or objects with __fspath__, as the bytes the host takes.
#pragma once

#include <string>

#include "vm/protocol/protocol.h"

namespace krait {

// os.fspath(): str or bytes. TypeError "expected str, bytes or os.PathLike object, not X".
Ref path_object(Thread&, Value);
// The bytes of a path in UTF-8 with surrogateescape. ValueError "embedded null byte".
Status path_argument(Thread&, Value, std::string* out);
// The same of a str or bytes that may hold null bytes, without looking at __fspath__; and of one that may not.
Status host_bytes(Thread&, Value str_or_bytes, std::string* out);
Status path_bytes(Thread&, Value str_or_bytes, std::string* out);
// The content of a bytes-like object that is no bytes, with the warning that `what` should be something else.
Ref path_of_buffer(Thread&, Value, const char* what, const char* wanted);
// The name of a file that text is said to come from, as str. ValueError "embedded null character"; bytes-like objects
// that are no bytes warn.
RefTo<StrObject> filename_argument(Thread&, Value);
// Bytes of the host as str (surrogateescape) or as bytes.
Ref path_from_host(Thread&, std::string_view, bool as_bytes);

}  // namespace krait
