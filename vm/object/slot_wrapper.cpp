// Slots called through their wrapper_descriptor: arguments are counted and converted by the slot's shape.
#include "vm/object/attribute.h"
#include "vm/object/slots.h"
#include "vm/protocol/call.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

bool check_count(Thread& t, const CallArgs& args, size_t least, size_t most) {
    if (args.nargs >= least && args.nargs <= most) return true;
    if (least == most)
        (void)raise(t, Exc::TypeError, "expected %zu arguments, got %zu", least, args.nargs);
    else
        (void)raise(t, Exc::TypeError, " expected at %s %zu arguments, got %zu", args.nargs < least ? "least" : "most",
              args.nargs < least ? least : most, args.nargs);
    return false;
}

// The words of PyArg_UnpackTuple without a name, for shapes whose wrapper parses a tuple.
bool check_exactly(Thread& t, const CallArgs& args, size_t count) {
    if (args.nargs == count) return true;
    (void)raise(t, Exc::TypeError, " expected %zu arguments, got %zu", count, args.nargs);
    return false;
}

Value none_or_error(int status) { return status < 0 ? Value::error() : Value::none(); }

StrObject* attribute_name(Thread& t, Value name) {
    if (StrObject* s = as_str(name)) return s;
    (void)raise(t, Exc::TypeError, "attribute name must be string, not '%s'", type_name_of(t, name));
    return nullptr;
}

// object.__setattr__(SomeType, ...) would go past the checks of the type's own layout.
bool bypasses_setattr(Thread& t, SlotFunction function, Value self, const char* what) {
    const TypeObject* type = type_of(t, self);
    while (type && has_flag(type, kTypeHeap)) type = type->base;
    if (!type || SlotFunction(type->slots.setattr) == function) return false;
    (void)raise(t, Exc::TypeError, "can't apply this %s to %s object", what, type_name_of(t, self));
    return true;
}

Value call_setattr(Thread& t, SlotFunction function, Value self, const CallArgs& args, bool deletes) {
    if (deletes ? !check_count(t, args, 1, 1) : !check_exactly(t, args, 2)) return Value::error();
    StrObject* name = attribute_name(t, args.args[0]);
    if (!name || bypasses_setattr(t, function, self, deletes ? "__delattr__" : "__setattr__")) return Value::error();
    return none_or_error(function.setattr(t, self, name, deletes ? Value::unbound() : args.args[1]));
}

Value call_next(Thread& t, SlotFunction function, Value self) {
    Value item = function.unary(t, self);
    return item.is_exhausted() ? Value(raise_none(t, Exc::StopIteration)) : item;
}

Value call_descr_get(Thread& t, SlotFunction function, Value self, const CallArgs& args) {
    if (!check_count(t, args, 1, 2)) return Value::error();
    Value instance = args.args[0].is_none() ? Value::unbound() : args.args[0];
    Value owner = args.nargs < 2 || args.args[1].is_none() ? Value::unbound() : args.args[1];
    if (instance.is_unbound() && owner.is_unbound())
        return raise(t, Exc::TypeError, "__get__(None, None) is invalid");
    return function.ternary(t, self, instance, owner);
}

Value call_power(Thread& t, SlotFunction function, Value self, const CallArgs& args, bool reflected) {
    if (!check_count(t, args, 1, 2)) return Value::error();
    Value modulus = args.nargs == 2 ? args.args[1] : Value::none();
    return reflected ? function.ternary(t, args.args[0], self, modulus)
                     : function.ternary(t, self, args.args[0], modulus);
}

Value call_repeat(Thread& t, SlotFunction function, Value self, Value count) {
    auto n = index_to_i64(t, count, Exc::OverflowError);
    return n ? function.repeat(t, self, n.value()) : Value::error();
}

Value int_or_error(Thread& t, int64_t n) {
    if (n == -1 && t.has_exception()) return Value::error();
    return make_int(t, n).release();
}

Value bool_or_error(int truth) { return truth < 0 ? Value::error() : Value::boolean(truth); }

// How many arguments a shape takes when the number is fixed; -1: it sees to it itself.
constexpr int fixed_count(SlotShape shape) {
    switch (shape) {
    case SlotShape::Unary:
    case SlotShape::Hash:
    case SlotShape::Next:
    case SlotShape::Bool:
    case SlotShape::Length:
    case SlotShape::Finalize:
        return 0;
    case SlotShape::Compare:
    case SlotShape::GetAttr:
    case SlotShape::DescrDelete:
    case SlotShape::BinaryLeft:
    case SlotShape::BinaryRight:
    case SlotShape::Inplace:
    case SlotShape::DelItem:
    case SlotShape::Contains:
    case SlotShape::Repeat:
        return 1;
    default:
        return -1;
    }
}

Value call_get_attribute(Thread& t, SlotFunction function, Value self, Value name) {
    StrObject* text = attribute_name(t, name);
    return text ? function.getattr(t, self, text) : Value::error();
}

}  // namespace

Value call_slot_wrapper(Thread& t, const SlotRow& row, SlotFunction f, Value self, const CallArgs& args) {
    bool takes_keywords = row.shape == SlotShape::Call || row.shape == SlotShape::Init;
    if (has_keywords(args) && !takes_keywords)
        return raise(t, Exc::TypeError, "wrapper %s doesn't take keyword arguments",
                     str_to_utf8(t.interp.names.*row.name).c_str());
    int count = fixed_count(row.shape);
    if (count >= 0 && !check_count(t, args, static_cast<size_t>(count), static_cast<size_t>(count)))
        return Value::error();
    const Value* a = args.args;
    switch (row.shape) {
    case SlotShape::Hidden:
        break;
    case SlotShape::Unary:
        return f.unary(t, self);
    case SlotShape::Hash:
    case SlotShape::Length:
        return int_or_error(t, f.length(t, self));
    case SlotShape::Compare:
        return f.compare(t, self, a[0], static_cast<CompareOp>(row.op));
    case SlotShape::Call:
        return f.call(t, self, args);
    case SlotShape::GetAttr:
        return call_get_attribute(t, f, self, a[0]);
    case SlotShape::SetAttr:
        return call_setattr(t, f, self, args, false);
    case SlotShape::DelAttr:
        return call_setattr(t, f, self, args, true);
    case SlotShape::Next:
        return call_next(t, f, self);
    case SlotShape::DescrGet:
        return call_descr_get(t, f, self, args);
    case SlotShape::DescrSet:
    case SlotShape::SetItem:
        if (!check_exactly(t, args, 2)) return Value::error();
        return none_or_error(f.set(t, self, a[0], a[1]));
    case SlotShape::DescrDelete:
    case SlotShape::DelItem:
        return none_or_error(f.set(t, self, a[0], Value::unbound()));
    case SlotShape::Init:
        return none_or_error(f.init(t, self, args));
    case SlotShape::Finalize:
        f.finalize(t, self);
        return Value::none();
    case SlotShape::Inplace:
        // __imul__ of a sequence takes a count; the operator words a refusal differently.
        if (f.binary == type_of(t, self)->slots.inplace[static_cast<size_t>(BinaryOp::Multiply)] &&
            type_of(t, self)->slots.repeat && !a[0].is_int()) {
            Ref count = TRY(as_index(t, a[0]));
            return f.binary(t, self, count);
        }
        return f.binary(t, self, a[0]);
    case SlotShape::BinaryLeft:
        return f.binary(t, self, a[0]);
    case SlotShape::BinaryRight:
        return f.binary(t, a[0], self);
    case SlotShape::Power:
        return call_power(t, f, self, args, false);
    case SlotShape::PowerRight:
        return call_power(t, f, self, args, true);
    case SlotShape::Bool:
        return bool_or_error(f.boolean(t, self));
    case SlotShape::Contains:
        return bool_or_error(f.contains(t, self, a[0]));
    case SlotShape::Repeat:
        return call_repeat(t, f, self, a[0]);
    }
    return raise_bad_internal_call(t, "slot wrapper");
}

}  // namespace krait
