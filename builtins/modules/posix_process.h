// The part of posix that interpreters with Host::system_access() have beside what goes through Host: processes, users,
// descriptors and what the system says of itself.
#pragma once

#include "vm/native/module_def.h"

namespace krait {

Status add_posix_process(Thread&, ModuleObject* posix);
Status add_posix_system(Thread&,
                        ModuleObject* posix);  // posix_system.cpp: identities, scheduling, settings, rarer calls
Status add_posix_scheduling(Thread&, ModuleObject* posix);   // posix_scheduling.cpp

}  // namespace krait
