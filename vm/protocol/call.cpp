#include "vm/protocol/call.h"

#include "vm/interp/frame.h"
#include "vm/native/method_def.h"
#include "vm/native/native_call.h"
#include "vm/object/attribute.h"
#include "vm/object/descriptor_object.h"
#include "vm/object/function_object.h"
#include "vm/object/slots.h"
#include "vm/object/type_functions.h"
#include "vm/protocol/protocol.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ argument arrays

PrependedArgs::PrependedArgs(Thread& t, Value first, const CallArgs& args)
    : heap_(t.heap),
      items_(inline_),
      nargs_(args.nargs + 1),
      total_(nargs_ + (args.kwnames ? args.kwnames->size : 0)),
      kwnames_(args.kwnames) {
    if (KRAIT_UNLIKELY(total_ > kInline)) {
        items_ = static_cast<Value*>(heap_.allocate_buffer(total_ * sizeof(Value)));
        if (!items_) {
            (void)raise_memory_error(t);
            return;
        }
    }
    items_[0] = first;
    for (size_t i = 1; i < total_; ++i) items_[i] = args.args[i - 1];
}

PrependedArgs::~PrependedArgs() {
    if (items_ && items_ != inline_) heap_.free_buffer(items_, total_ * sizeof(Value));
}

CallFromDict::CallFromDict(Thread& t, const Value* args, size_t nargs, DictObject* kwargs)
    : heap_(t.heap), nargs_(nargs), total_(nargs + (kwargs ? kwargs->used : 0)) {
    failed_ = !fill(t, args, kwargs);
}

Status CallFromDict::fill(Thread& t, const Value* args, DictObject* kwargs) {
    if (total_ == 0) return ok();
    items_ = static_cast<Value*>(heap_.allocate_buffer(total_ * sizeof(Value)));
    if (!items_) return raise_memory_error(t);
    for (size_t i = 0; i < nargs_; ++i) items_[i] = args[i];
    if (total_ == nargs_) return ok();
    names_ = TRY(tuple_new(t, total_ - nargs_));
    size_t position = 0;
    Value key, value;
    while (nargs_ + owned_ < total_ && dict_next_nocall(kwargs, &position, &key, &value)) {
        if (!layout_is(key, Kind::Str)) return raise(t, Exc::TypeError, "keywords must be strings");
        names_->items[owned_] = own(key).release();
        items_[nargs_ + owned_] = own(value).release();
        ++owned_;
    }
    return ok();
}

CallFromDict::~CallFromDict() {
    for (size_t i = 0; i < owned_; ++i) decref(items_[nargs_ + i]);
    if (items_) heap_.free_buffer(items_, total_ * sizeof(Value));
}

RefTo<DictObject> keywords_to_dict(Thread& t, const CallArgs& args) {
    RefTo<DictObject> dict = TRY(dict_new(t));
    for (uint32_t i = 0; args.kwnames && i < args.kwnames->size; ++i)
        TRY(dict_set(t, dict.get(), args.kwnames->items[i], args.args[args.nargs + i]));
    return dict;
}

// ------------------------------------------------------------------------------------------------ call

static bool native_stack_low(const Thread& t) {
    char here;
    return KRAIT_UNLIKELY(&here < t.native_limit);
}

static KRAIT_NOINLINE Ref call_slot(Thread& t, Value callable, const CallArgs& args) {
    CallFn function = type_of(t, callable)->slots.call;
    if (!function) return raise_not_callable(t, callable);
    RecursionGuard guard(t, " while calling a Python object");
    if (guard.failed()) return Failed{};
    return Ref::steal(function(t, callable, args));
}

Ref call(Thread& t, Value callable, const CallArgs& args) {
    if (KRAIT_UNLIKELY(!callable.is_object())) return raise_not_callable(t, callable);
    switch (callable.as_object()->kind) {
    case Kind::Function:
        return Ref::steal(call_python(t, callable.as<FunctionObject>(), args));
    case Kind::NativeFunction:
        if (native_stack_low(t)) break;
        return Ref::steal(native_function_call(t, callable, args));
    case Kind::MethodDescriptor:
        if (native_stack_low(t)) break;
        return Ref::steal(method_descriptor_call(t, callable, args));
    case Kind::BoundMethod: {
        auto* method = callable.as<BoundMethodObject>();
        if (!is_kind(method->function, Kind::Function)) break;
        Ref function = own(method->function), self = own(method->self);
        PrependedArgs all(t, self, args);
        if (all.failed()) return Failed{};
        return Ref::steal(call_python(t, function.as<FunctionObject>(), all.args()));
    }
    default:
        break;
    }
    return call_slot(t, callable, args);
}

Ref call(Thread& t, Value callable) { return call(t, callable, CallArgs{nullptr, 0, nullptr}); }
Ref call(Thread& t, Value callable, Value a) { return call(t, callable, CallArgs{&a, 1, nullptr}); }
Ref call(Thread& t, Value callable, Value a, Value b) {
    Value args[] = {a, b};
    return call(t, callable, CallArgs{args, 2, nullptr});
}
Ref call(Thread& t, Value callable, Value a, Value b, Value c) {
    Value args[] = {a, b, c};
    return call(t, callable, CallArgs{args, 3, nullptr});
}

static constexpr size_t kMaxListed = 8;   // of the initializer lists below

Ref call_method(Thread& t, Value object, StrObject* name, std::initializer_list<Value> args) {
    Value self;
    Ref method = TRY(get_method(t, object, name, &self));
    Value all[kMaxListed + 1] = {self};
    size_t n = 1;
    for (Value v : args)
        if (n <= kMaxListed) all[n++] = v;
    if (self.is_unbound()) return call(t, method, CallArgs{all + 1, n - 1, nullptr});
    return call(t, method, CallArgs{all, n, nullptr});
}

Ref call_special(Thread& t, Value object, StrObject* dunder, std::initializer_list<Value> args) {
    Value all[kMaxListed + 1] = {object};
    size_t n = 1;
    for (Value v : args)
        if (n <= kMaxListed) all[n++] = v;
    return Ref::steal(call_dunder(t, dunder, all, n));
}

Ref call_with_dict(Thread& t, Value callable, TupleObject* args, DictObject* kwargs) {
    if (!kwargs || kwargs->used == 0)
        return call(t, callable, CallArgs{args ? args->items : nullptr, args ? args->size : 0, nullptr});
    CallFromDict all(t, args ? args->items : nullptr, args ? args->size : 0, kwargs);
    return all.failed() ? Ref(Failed{}) : call(t, callable, all.args());
}

bool is_callable(Thread& t, Value v) { return type_of(t, v)->slots.call != nullptr; }

// ------------------------------------------------------------------------------------------------ calling a class

Value type_call(Thread& t, Value callee, const CallArgs& args) {
    auto* type = callee.as<TypeObject>();
    NewFn make = type->slots.new_;
    if (!make) return raise(t, Exc::TypeError, "cannot create '%s' instances", type_name(type));
    Ref keep = own(type);
    bool asks_for_type = type == t.interp.type(Kind::Type) && args.nargs == 1 && !has_keywords(args);
    Ref object = Ref::steal(make(t, type, args));
    if (object.failed() || asks_for_type) return object.release();
    TypeObject* made = type_of(t, object);
    if (made != type && !is_subtype(made, type)) return object.release();
    InitFn init = made->slots.init;
    if (init && init(t, object, args) < 0) return Value::error();
    return object.release();
}

}  // namespace krait
