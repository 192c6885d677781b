// What the two halves of TextIOWrapper share: writing and attributes (io_text.cpp), reading and places
// (io_text_read.cpp).
#pragma once

#include "builtins/modules/io_objects.h"

namespace krait {

Status textio_check_attached(Thread&, const TextIOObject*);  // "underlying buffer has been detached"
Status textio_check_open(Thread&, TextIOObject*);
Status textio_flush_pending(Thread&, TextIOObject*);  // to the buffer
void textio_reset_reading(TextIOObject*);             // nothing decoded, decoder at its beginning

Ref textio_read(Thread&, TextIOObject*, Value size);
Ref textio_readline(Thread&, TextIOObject*, Value size);
Value textio_next(Thread&, Value self);
Ref textio_seek(Thread&, TextIOObject*, Value cookie, Value whence);
Ref textio_tell(Thread&, TextIOObject*);

}  // namespace krait
