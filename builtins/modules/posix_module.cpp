// posix: files, folders, environment and process as the host gives them; what os.py is built on.
#include "vm/native/module_def.h"

namespace krait {

extern const ModuleDef kPosixModule;
constinit const ModuleDef kPosixModule = {"posix", "The operating system, through the host."};

}  // namespace krait
