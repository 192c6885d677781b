// Descriptors that stand in the dicts of built-in types and slotted classes (MethodDescriptorObject and
// NativeFunctionObject: vm/native/method_def.h).
#pragma once

#include "vm/native/method_def.h"
#include "vm/object/slots.h"

namespace krait {

struct SlotWrapperObject : Object {       // wrapper_descriptor: int.__add__
    const SlotRow* row;
    SlotFunction function;
    TypeObject* owner;                    // borrowed: a built-in type
};
struct MethodWrapperObject : Object {     // method-wrapper: (1).__add__
    SlotWrapperObject* wrapper;           // owned
    Value self;
};
struct GetSetDescriptorObject : Object {
    const GetSetDef* def;
    TypeObject* owner;                    // owned when a class made by Python
};
struct MemberDescriptorObject : Object {  // also what __slots__ makes
    StrObject* name;                      // owned
    TypeObject* owner;                    // owned when a class made by Python
    uint32_t offset;                      // of the Value in the object; in_trailer: index into the trailer
    bool in_trailer, writable;
    const char* doc;
};

Ref slot_wrapper_new(Thread&, TypeObject* owner, const SlotRow*, SlotFunction);
Ref method_wrapper_new(Thread&, SlotWrapperObject*, Value self);
Ref member_descriptor_new(Thread&, TypeObject* owner, const MemberDef*);
Ref slot_member_new(Thread&, TypeObject* owner, StrObject* name, uint32_t index);

// "descriptor 'x' for 'A' objects doesn't apply to 'B' object"
KRAIT_COLD Failed raise_descriptor_mismatch(Thread&, const char* name, const TypeObject* owner, Value instance);
bool descriptor_applies(Thread&, Value instance, const TypeObject* owner);
Value getset_get(Thread&, GetSetDescriptorObject*, Value instance);
int getset_set(Thread&, GetSetDescriptorObject*, Value instance, Value value_or_unbound);
Value member_get(Thread&, MemberDescriptorObject*, Value instance);        // AttributeError when unset
int member_set(Thread&, MemberDescriptorObject*, Value instance, Value value_or_unbound);
// Where the member lies in an instance that descriptor_applies() to.
Value* member_place(MemberDescriptorObject*, Object* instance);

// type.__new__ as found in a built-in type's dict: a native function whose self is the type.
Ref native_new_function(Thread&, TypeObject*);
bool is_native_new(Value found);
inline TypeObject* native_new_type(Value function) {
    return function.as<NativeFunctionObject>()->self.as<TypeObject>();
}

void method_descriptor_dealloc(Interpreter&, Object*);      // also classmethod_descriptor
void slot_wrapper_dealloc(Interpreter&, Object*);
void method_wrapper_dealloc(Interpreter&, Object*);
void method_wrapper_traverse(Object*, Visitor&);
void getset_descriptor_dealloc(Interpreter&, Object*);
void getset_descriptor_traverse(Object*, Visitor&);
void member_descriptor_dealloc(Interpreter&, Object*);
void member_descriptor_traverse(Object*, Visitor&);

}  // namespace krait
