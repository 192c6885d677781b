// Module sys: what the embedding layer sets up in it.
#pragma once

#include "vm/native/module_def.h"

namespace krait {

// sys.flags, beside what the interpreter itself knows (optimize, dont_write_bytecode).
struct SysFlags {
    int inspect = 0, interactive = 0, no_user_site = 0, no_site = 0, ignore_environment = 0, verbose = 0, quiet = 0,
        hash_randomization = 1, isolated = 0;
};
Status sys_set_flags(Thread&, const SysFlags&);

// sys.stdin, stdout, stderr and their __x__ twins over descriptors 0, 1 and 2 of the host. After Interpreter::start().
Status sys_open_streams(Thread&);

}  // namespace krait
