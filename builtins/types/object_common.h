// Small things that the types of the object model share: addresses and names in reprs, attribute listings.
#pragma once

#include "vm/native/method_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

// What id() and reprs show: the address, or the bits of an immediate.
inline const void* address_of(Value v) { return reinterpret_cast<const void*>(v.bits); }
// "module.qualname", or the plain name for types of builtins.
std::string qualified_type_name(Thread&, TypeObject*);
// type.__module__: owned, AttributeError when a class has deleted it.
Ref type_module(Thread&, TypeObject*);
Value absent_as_none(Value v);   // owned copy: None for UNBOUND

// "($self, index, /)" of a row.
Ref row_text_signature(Thread&, const MethodDef*);
Ref row_doc(Thread&, const char* doc);

// Names of a class's attributes, its bases' included, into a dict.
Status collect_class_names(Thread&, DictObject* names, Value cls);
RefTo<ListObject> dict_key_list(Thread&, DictObject*);
// object.__reduce_ex__ (object_reduce.cpp).
Ref object_reduce(Thread&, Value self);
Ref object_reduce_ex(Thread&, Value self, int64_t protocol);

}  // namespace krait
