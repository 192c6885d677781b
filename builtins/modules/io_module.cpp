// _io: the module's table; its types stand in io_<theme>.cpp, shared layouts in io_objects.h.
#include "vm/native/module_def.h"

namespace krait {

extern const ModuleDef kIoModule;
constinit const ModuleDef kIoModule = {"_io", "Files and streams."};

}  // namespace krait
