// Module sys: what the embedding layer sets up in it.
#pragma once

#include <deque>
#include <string>
#include <utility>

#include "vm/native/module_def.h"

namespace krait {

// sys.flags, beside what the interpreter itself knows (optimize, dont_write_bytecode).
struct SysFlags {
    int debug = 0, inspect = 0, interactive = 0, no_user_site = 0, no_site = 0, ignore_environment = 0, verbose = 0,
        bytes_warning = 0, quiet = 0, hash_randomization = 1, isolated = 0;
    int dont_write_bytecode = 0;   // at least this
};
Status sys_set_flags(Thread&, const SysFlags&);
// -b: 1 warns about bytes taken for text, 2 raises. In compares and str() of bytes: cheap when it is 0.
int sys_bytes_warning(Thread&);
// BytesWarning with the message when -b asks for it.
Status sys_warn_bytes(Thread&, const char* message);
// Filenames and texts given to remember_source() (builtins/report/report.h), oldest first.
const std::deque<std::pair<std::string, std::string>>& remembered_sources(Thread&);

// sys.stdin, stdout, stderr and their __x__ twins over descriptors 0, 1 and 2 of the host. After Interpreter::start().
Status sys_open_streams(Thread&);

}  // namespace krait
