// code: attributes, comparison by content, and types.CodeType(...), which checks field types only: the bytecode is
// verified before it runs for the first time.
#include "vm/native/method_def.h"
#include "vm/object/code_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

CodeObject* self_of(Value v) { return v.as<CodeObject>(); }

// ------------------------------------------------------------------------------------------------ construction

constexpr size_t kLeastArguments = 13, kMostArguments = 15;

Fallible<int32_t> int_argument(Thread& t, Value v) {
    if (is_float_like(v)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    if (!is_int_like(v) && !type_of(t, v)->slots.index)
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, v));
    Ref number = TRY(as_index(t, v));
    bool small = number.get().is_int();
    if (!small || number.get().as_int() > INT32_MAX) {
        bool negative = !small && int_to_bigint(number).is_negative();
        return raise(t, Exc::OverflowError, negative ? "signed integer is less than minimum"
                                                     : "signed integer is greater than maximum");
    }
    if (number.get().as_int() < INT32_MIN) return raise(t, Exc::OverflowError, "signed integer is less than minimum");
    return static_cast<int32_t>(number.get().as_int());
}

template <class T>
Fallible<T*> typed_argument(Thread& t, const CallArgs& call, size_t index, Kind kind, const char* expected) {
    Value v = call.args[index];
    if (layout_is(v, kind)) return v.as<T>();
    return raise(t, Exc::TypeError, "code() argument %zu must be %s, not %.50s", index + 1, expected,
                 argument_type_name(t, v));
}

RefTo<CodeObject> code_from_arguments(Thread& t, const CallArgs& call) {
    CodeFields f{};
    auto tuple = [&](size_t i) { return typed_argument<TupleObject>(t, call, i, Kind::Tuple, "tuple"); };
    auto bytes = [&](size_t i) { return typed_argument<BytesObject>(t, call, i, Kind::Bytes, "bytes"); };
    auto text = [&](size_t i) { return typed_argument<StrObject>(t, call, i, Kind::Str, "str"); };
    f.argcount = TRY(int_argument(t, call.args[0]));
    f.kwonlyargcount = TRY(int_argument(t, call.args[1]));
    f.nlocals = TRY(int_argument(t, call.args[2]));
    f.stacksize = TRY(int_argument(t, call.args[3]));
    f.flags = static_cast<uint32_t>(TRY(int_argument(t, call.args[4])));
    f.code = TRY(bytes(5));
    f.consts = TRY(tuple(6));
    f.names = TRY(tuple(7));
    f.varnames = TRY(tuple(8));
    f.filename = TRY(text(9));
    f.name = TRY(text(10));
    f.firstlineno = TRY(int_argument(t, call.args[11]));
    f.lnotab = TRY(bytes(12));
    f.freevars = call.nargs > 13 ? TRY(tuple(13)) : t.interp.empty_tuple;
    f.cellvars = call.nargs > 14 ? TRY(tuple(14)) : t.interp.empty_tuple;
    return code_new(t, f);
}

Value code_type_new(Thread& t, TypeObject*, const CallArgs& call) {
    if (call.nargs < kLeastArguments || call.nargs > kMostArguments) {
        bool few = call.nargs < kLeastArguments;
        return raise(t, Exc::TypeError, "code() takes at %s %zu arguments (%zu given)", few ? "least" : "most",
                     few ? kLeastArguments : kMostArguments, call.nargs);
    }
    if (call.kwnames && call.kwnames->size) return raise(t, Exc::TypeError, "code() takes no keyword arguments");
    return Ref(code_from_arguments(t, call)).release();
}

// ------------------------------------------------------------------------------------------------ comparison

// Constants are equal only with equal types at every level, and 0.0 is not -0.0.
Fallible<bool> same_constant(Thread& t, Value a, Value b) {
    if (a == b) return true;
    if (type_of(t, a) != type_of(t, b)) return false;
    if (TupleObject* x = as_tuple(a)) {
        RecursionGuard guard(t, " in comparison");
        if (guard.failed()) return Failed{};
        TupleObject* y = b.as<TupleObject>();
        if (x->size != y->size) return false;
        for (uint32_t i = 0; i < x->size; ++i)
            if (!TRY(same_constant(t, x->items[i], y->items[i]))) return false;
        return true;
    }
    if (is_float_like(a) || is_kind(a, Kind::Complex)) {
        RefTo<StrObject> x = TRY(repr(t, a)), y = TRY(repr(t, b));
        return str_equal_nocall(x.get(), y.get());
    }
    return equal(t, a, b);
}

Fallible<bool> same_code(Thread& t, CodeObject* a, CodeObject* b) {
    if (a->argcount != b->argcount || a->kwonlyargcount != b->kwonlyargcount || a->nlocals != b->nlocals ||
        a->flags != b->flags || a->firstlineno != b->firstlineno || !str_equal_nocall(a->name, b->name) ||
        a->code->view() != b->code->view())
        return false;
    for (auto field : {&CodeObject::consts, &CodeObject::names, &CodeObject::varnames, &CodeObject::freevars,
                       &CodeObject::cellvars})
        if (!TRY(same_constant(t, Value::object(a->*field), Value::object(b->*field)))) return false;
    return true;
}

Value code_compare(Thread& t, Value a, Value b, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_kind(a, Kind::Code) || !is_kind(b, Kind::Code))
        return Value::not_implemented();
    Fallible<bool> same = same_code(t, self_of(a), self_of(b));
    if (!same) return Value::error();
    return Value::boolean(same.value() == (op == CompareOp::Eq));
}

int64_t code_hash(Thread& t, Value self) {
    CodeObject* code = self_of(self);
    uint64_t h = static_cast<uint32_t>(code->argcount ^ code->kwonlyargcount ^ code->nlocals) ^ code->flags;
    const Value parts[] = {Value::object(code->name),     Value::object(code->code),     Value::object(code->consts),
                           Value::object(code->names),    Value::object(code->varnames), Value::object(code->freevars),
                           Value::object(code->cellvars)};
    for (Value part : parts) {
        Fallible<uint64_t> one = hash_of(t, part);
        if (!one) return -1;
        h = h * 1000003 ^ one.value();
    }
    auto result = static_cast<int64_t>(h);
    return result == -1 ? -2 : result;
}

Value code_repr(Thread& t, Value self) {
    CodeObject* code = self_of(self);
    std::string name = str_to_utf8(code->name), filename = str_to_utf8(code->filename);
    int line = code->firstlineno != 0 ? code->firstlineno : -1;
    return str_format_c(t, "<code object %s at 0x%llx, file \"%s\", line %d>", name.c_str(),
                        static_cast<unsigned long long>(self.bits), filename.c_str(), line)
        .release();
}

// ------------------------------------------------------------------------------------------------ attributes

template <auto Field>
Value get_int(Thread&, Value self) {
    return Value::from_int_unchecked(static_cast<int32_t>(self_of(self)->*Field));
}
template <auto Field>
Value get_object(Thread&, Value self) {
    return own(static_cast<Object*>(self_of(self)->*Field)).release();
}
int refuse(Thread& t, Value, Value) {
    (void)raise(t, Exc::AttributeError, "readonly attribute");
    return -1;
}

Value get_positional_only(Thread&, Value self) {
    return Value::small_int(static_cast<int64_t>(positional_only_count(self_of(self))));
}

constexpr GetSetDef kGetSets[] = {
    {"co_posonlyargcount", get_positional_only, refuse, nullptr},
    {"co_argcount", get_int<&CodeObject::argcount>, refuse, nullptr},
    {"co_kwonlyargcount", get_int<&CodeObject::kwonlyargcount>, refuse, nullptr},
    {"co_nlocals", get_int<&CodeObject::nlocals>, refuse, nullptr},
    {"co_stacksize", get_int<&CodeObject::stacksize>, refuse, nullptr},
    {"co_flags", get_int<&CodeObject::flags>, refuse, nullptr},
    {"co_code", get_object<&CodeObject::code>, refuse, nullptr},
    {"co_consts", get_object<&CodeObject::consts>, refuse, nullptr},
    {"co_names", get_object<&CodeObject::names>, refuse, nullptr},
    {"co_varnames", get_object<&CodeObject::varnames>, refuse, nullptr},
    {"co_freevars", get_object<&CodeObject::freevars>, refuse, nullptr},
    {"co_cellvars", get_object<&CodeObject::cellvars>, refuse, nullptr},
    {"co_filename", get_object<&CodeObject::filename>, refuse, nullptr},
    {"co_name", get_object<&CodeObject::name>, refuse, nullptr},
    {"co_firstlineno", get_int<&CodeObject::firstlineno>, refuse, nullptr},
    {"co_lnotab", get_object<&CodeObject::lnotab>, refuse, nullptr},
};

}  // namespace

extern const TypeSpec kCodeTypeSpec;
constinit const TypeSpec kCodeTypeSpec = {
    .name = "code",
    .doc = "code(argcount, kwonlyargcount, nlocals, stacksize, flags, codestring,\n"
           "      constants, names, varnames, filename, name, firstlineno,\n"
           "      lnotab[, freevars[, cellvars]])\n\n"
           "A code object of the given parts. What it does is checked before it runs.",
    .basic_size = sizeof(CodeObject),
    .flags = kTypeGc | kTypeHasWeakrefs,
    .slots = {.dealloc = code_dealloc,
              .traverse = code_traverse,
              .repr = code_repr,
              .hash = code_hash,
              .compare = code_compare,
              .new_ = code_type_new},
    .getsets = kGetSets,
};

}  // namespace krait
