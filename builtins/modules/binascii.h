// What the sources of module binascii share.
#pragma once

#include "builtins/modules/module_exception.h"
#include "builtins/types/text_support.h"
#include "vm/object/buffer.h"

namespace krait {

// Bytes of a bytes-like object or of ASCII text (a copy, kept alive by `keep`).
Fallible<BufferView> ascii_buffer(Thread&, Value, Ref* keep);

// --- binascii_text.cpp
Ref binascii_a2b_uu(Thread&, ModuleObject*, Value data);
Ref binascii_b2a_uu(Thread&, ModuleObject*, Value data);
Ref binascii_a2b_qp(Thread&, Value data, Value header);
Ref binascii_b2a_qp(Thread&, Value data, Value quotetabs, Value istext, Value header);
Ref binascii_a2b_hqx(Thread&, ModuleObject*, Value data);
Ref binascii_b2a_hqx(Thread&, Value data);
Ref binascii_rlecode_hqx(Thread&, Value data);
Ref binascii_rledecode_hqx(Thread&, ModuleObject*, Value data);

}  // namespace krait
