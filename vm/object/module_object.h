// Modules, mapping proxies.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

// What the module's own function __getattr__ gives (3.7); UNBOUND: it has none.
Ref module_ask(Thread&, Value module, StrObject* name);

// Sets __name__, __doc__, __package__, __loader__, __spec__ in a module's dict.
Status module_init_dict(Thread&, DictObject*, Value name, Value doc);

// Gives a native module an object as its state: owned, and seen by the cycle collector.
void module_own_state(ModuleObject*, Object* state);

void module_dealloc(Interpreter&, Object*);
void module_traverse(Object*, Visitor&);
void module_clear(Interpreter&, Object*);
void mapping_proxy_dealloc(Interpreter&, Object*);
void mapping_proxy_traverse(Object*, Visitor&);

}  // namespace krait
